namespace Pipeline.Catalog;

/// <summary>A view.</summary>
public sealed record ViewObject(QualifiedName Name, string ClassName, EquatableArray<Column> Columns, Query Query)
    : CatalogObject(Name, ClassName)
{
    public bool Secure { get; init; }

    /// <summary>Where its query stands in the C#.</summary>
    public QueryPlaces? Places { get; init; }
}
