namespace Pipeline.Catalog;

/// <summary>A named step of a query.</summary>
public sealed record CommonTable(string Name, Query Query)
{
    /// <summary>What the step is for.</summary>
    public string? Comment { get; init; }
}
