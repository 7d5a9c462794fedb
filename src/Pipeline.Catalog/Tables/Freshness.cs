namespace Pipeline.Catalog;

/// <summary>How old a table's newest row may be.</summary>
/// <param name="Column">The column with the time of a row.</param>
/// <param name="Minutes">The age from which its readers' agreement is broken.</param>
public sealed record Freshness(string Column, int Minutes);
