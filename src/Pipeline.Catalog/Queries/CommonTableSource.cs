namespace Pipeline.Catalog;

/// <summary>A step of the same query.</summary>
public sealed record CommonTableSource(string Alias, string Name) : Source(Alias);
