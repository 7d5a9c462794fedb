namespace Pipeline.Catalog;

/// <summary>A view; where it is materialized its rows are kept, and are always those of its table.</summary>
public sealed record ViewObject(QualifiedName Name, string ClassName, EquatableArray<Column> Columns, Query Query)
    : CatalogObject(Name, ClassName)
{
    public bool Secure { get; init; }

    /// <summary>Its rows are kept, as Snowflake's materialized views keep them.</summary>
    public bool Materialized { get; init; }

    /// <summary>Of a materialized view: the columns by which its rows are kept together.</summary>
    public EquatableArray<string> ClusterBy { get; init; }

    /// <summary>Where its query stands in the C#.</summary>
    public QueryPlaces? Places { get; init; }
}
