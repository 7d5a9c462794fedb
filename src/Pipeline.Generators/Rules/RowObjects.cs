using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>What can be selected from, and its columns.</summary>
internal static class RowObjects
{
    public static bool HasColumns(CatalogObject? item) => item is TableObject or ViewObject or DynamicTableObject;

    public static EquatableArray<Column> ColumnsOf(CatalogObject? item) => item switch
    {
        TableObject table => table.Columns,
        ViewObject view => view.Columns,
        DynamicTableObject table => table.Columns,
        _ => [],
    };

    /// <summary>The query that gives its rows; null for what is loaded.</summary>
    public static Query? QueryOf(CatalogObject? item) => item switch
    {
        ViewObject view => view.Query,
        DynamicTableObject table => table.Query,
        _ => null,
    };
}
