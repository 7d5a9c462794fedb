namespace Pipeline.Environments;

/// <summary>A property of an object, by the name of its class, that an environment sets otherwise than the model.</summary>
public sealed record PropertyOverride(string ClassName, string Property, string Value, int Line, int Column);
