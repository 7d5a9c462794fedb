namespace Pipeline.Catalog;

/// <summary>Every day from the first to the last, both included: column <c>DAY</c>. Days are ISO text.</summary>
public sealed record DaysSource(string Alias, string First, string Last) : Source(Alias);
