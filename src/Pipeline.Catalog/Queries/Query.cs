namespace Pipeline.Catalog;

/// <summary>Rows, neutral to the dialect: a SELECT or a set operation.</summary>
public abstract record Query
{
    /// <summary>The named steps, each may read those before it. Only on the outermost query of a statement.</summary>
    public EquatableArray<CommonTable> With { get; init; }
}
