namespace Pipeline.Catalog;

/// <summary>A named step of a query.</summary>
public sealed record CommonTable(string Name, Query Query)
{
    /// <summary>What the step is for.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether its query is a UNION ALL whose right side reads the step itself.</summary>
    public bool IsRecursive { get; init; }
}
