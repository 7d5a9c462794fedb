using Pipeline.Catalog;

namespace Pipeline.Engine.Files;

/// <summary>Which columns of a table a file's records fill.</summary>
internal static class FileColumns
{
    public static IReadOnlyList<Column> Of(TableObject table) =>
        [.. table.Columns.Where(c => c.FromFile is null && c.FromPath is null && (c.Roles & (ColumnRoles.LoadTime | ColumnRoles.SurrogateKey)) == 0)];

    /// <summary>The field that fills the column, where fields go by name.</summary>
    public static string FieldOf(TableObject table, Column column) => column.FromField ?? (table is ExternalTableObject ? column.Property : column.Name);

    /// <summary>VALUE:"Sku" finds Sku alone; a copy finds names in any case.</summary>
    public static StringComparison Comparison(TableObject table) => table is ExternalTableObject ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
}
