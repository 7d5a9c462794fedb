namespace Pipeline.Catalog;

/// <summary>What a SELECT reads, under an alias.</summary>
public abstract record Source(string Alias);
