namespace Pipeline.Environments;

/// <summary>A name that strings of the model may hold as <c>${name}</c>, with what it stands for.</summary>
public sealed record NamedValue(string Name, EnvironmentValue Value);
