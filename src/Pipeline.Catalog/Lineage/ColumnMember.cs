namespace Pipeline.Catalog.Lineage;

/// <summary>The C# of a column: its member, where it is declared, and where each load or query assigns it.</summary>
/// <param name="Member">The full name of the property; null for a column that no class spells out.</param>
/// <param name="Declared">The line of the property.</param>
/// <param name="Assigned">The lines that give it its value.</param>
public sealed record ColumnMember(string? Member, SourcePlace? Declared, EquatableArray<SourcePlace> Assigned)
{
    public static ColumnMember Of(CatalogObject item, Column column) => new(
        item.ClassName.Length == 0 || column.Property.Length == 0 ? null : item.ClassName + "." + column.Property,
        column.At,
        Places(item).SelectMany(p => p.Columns).Where(a => a.Column == column.Name).Select(a => a.At).Distinct().ToEquatableArray());

    /// <summary>The columns of an object that has some of its own.</summary>
    public static EquatableArray<Column> ColumnsOf(CatalogObject? item) => item switch
    {
        TableObject table => table.Columns,
        ViewObject view => view.Columns,
        DynamicTableObject table => table.Columns,
        AccountViewObject view => view.Columns,
        _ => [],
    };

    private static IEnumerable<QueryPlaces> Places(CatalogObject item) => (item switch
    {
        CalendarObject calendar => [calendar.Places],
        TableObject table => table.Loads.Select(l => l.Places),
        ViewObject view => [view.Places],
        DynamicTableObject table => [table.Places],
        _ => (IEnumerable<QueryPlaces?>)[],
    }).OfType<QueryPlaces>();
}
