namespace Pipeline.Catalog;

/// <summary>One column of a SELECT.</summary>
public sealed record Projection(string Name, Expression Value);
