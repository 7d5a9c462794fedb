namespace Pipeline.Catalog;

/// <summary>One sort key. Nulls come first ascending and last descending, as in C#, and both dialects say so.</summary>
public sealed record Ordering(Expression Value, bool Descending = false);
