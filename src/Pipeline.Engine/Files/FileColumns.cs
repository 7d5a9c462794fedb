using Pipeline.Catalog;

namespace Pipeline.Engine.Files;

/// <summary>Which columns of a table a file's records fill.</summary>
internal static class FileColumns
{
    public static IReadOnlyList<Column> Of(TableObject table) =>
        [.. table.Columns.Where(c => c.FromFile is null && (c.Roles & (ColumnRoles.LoadTime | ColumnRoles.SurrogateKey)) == 0)];
}
