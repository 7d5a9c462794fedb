using Pipeline.Catalog;
using Pipeline.Catalog.Memory;

namespace Pipeline.Sql.Snowflake;

/// <summary>The blocks that bring live tables up to the model's, where that loses nothing, and stop where it would.</summary>
/// <remarks>
/// The account may be of any older shape, so the block compares and alters what it finds.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/alter-table">ALTER TABLE</see>.
/// </remarks>
internal static class TableShapesRenderer
{
    // VALUES takes 16,384 rows, and a statement a megabyte.
    private const int MostColumns = 2000;

    public static IEnumerable<string> Render(SnowflakeRenderer renderer, CatalogMemory memory)
    {
        var (tables, columns) = (new List<string>(), new List<string>());
        foreach (var table in renderer.Catalog.All<TableObject>().Where(t => t is not ExternalTableObject))
        {
            if (columns.Count > 0 && columns.Count + table.Columns.Count > MostColumns)
            {
                yield return Render(renderer, memory, tables, columns);
                tables.Clear();
                columns.Clear();
            }

            var rows = memory.OfObject("shape", table, renderer.Catalog, asking => Rows(renderer.On(asking), table));
            tables.Add(rows[0]);
            columns.AddRange(rows.Skip(1));
        }

        if (tables.Count > 0) yield return Render(renderer, memory, tables, columns);
    }

    // Most edits of a model change no table's shape.
    private static string Render(SnowflakeRenderer renderer, CatalogMemory memory, List<string> tables, List<string> columns) => memory.OfTexts("shapes", [.. tables, .. columns], () =>
        SnowflakeQuoting.WithBody(renderer.Fill("Deployment/table_shapes.sql", "shapes", new View(tables.ToEquatableArray(), columns.ToEquatableArray()))));

    // The table's, then those of its columns.
    private static string[] Rows(SnowflakeRenderer renderer, TableObject table) => [Row(renderer, table), .. table.Columns.Select(c => Row(renderer, table, c))];

    private static string Row(SnowflakeRenderer renderer, TableObject table) => "("
        + renderer.Texts([table.Name.Schema ?? "", table.Name.Name, table.Comment ?? ""])
        + (table.RetentionDays is { } days ? FormattableString.Invariant($", {days}, ") : ", NULL, ")
        + renderer.Text(string.Join(", ", table.ClusterBy.Select(renderer.Identifier))) + ")";

    private static string Row(SnowflakeRenderer renderer, TableObject table, Column column) => "(" + renderer.Texts(
    [
        table.Name.Schema ?? "", table.Name.Name, column.Name, renderer.Dialect.Type(column.Type), column.Nullable ? "YES" : "NO",
        string.Join(" ", AddedWith(renderer, table, column)), column.Comment ?? "",
    ]) + ")";

    // A default is the only value that the rows have that are there; one that reads the clock isn't allowed here. The mask comes with the column: there is no moment without it.
    private static IEnumerable<string> AddedWith(SnowflakeRenderer renderer, TableObject table, Column column)
    {
        if (ColumnFill.Of(table, column, renderer.Catalog) is { } fill) yield return "DEFAULT " + renderer.Dialect.Expression(fill);
        if (ColumnFill.IsGenerated(table, column)) yield return TableRenderer.Numbering;
        if (!column.Nullable) yield return "NOT NULL";
        if (PolicyClauses.Mask(renderer, column) is { } mask) yield return mask;
    }

    private sealed record View(EquatableArray<string> Tables, EquatableArray<string> Columns);
}
