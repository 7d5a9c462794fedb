namespace Pipeline.Catalog;

/// <summary>A table that is what its query is, refreshed by a lag, by its readers or by the task that runs it.</summary>
public sealed record DynamicTableObject(
    QualifiedName Name, string ClassName, EquatableArray<Column> Columns, Query Query, QualifiedName Warehouse)
    : CatalogObject(Name, ClassName)
{
    /// <summary>0: a task refreshes it, unless it is <see cref="Downstream"/>.</summary>
    public int LagMinutes { get; init; }

    public bool Downstream { get; init; }

    public RefreshMode Refresh { get; init; }

    /// <summary>Where its query stands in the C#.</summary>
    public QueryPlaces? Places { get; init; }

    public bool RefreshedByTask => LagMinutes == 0 && !Downstream;
}

public enum RefreshMode { Auto, Full, Incremental }
