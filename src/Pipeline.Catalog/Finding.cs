namespace Pipeline.Catalog;

/// <summary>What keeps an object from being written: a rule broken in the model, kept with the object so that no switch can silence it.</summary>
public sealed record Finding(string Rule, string Message);
