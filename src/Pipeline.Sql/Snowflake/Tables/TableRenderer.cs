using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>CREATE TABLE, and the rows that a table has from the start.</summary>
internal static class TableRenderer
{
    /// <summary>What a column has whose numbers the account gives.</summary>
    public const string Numbering = "AUTOINCREMENT START 1 INCREMENT 1 NOORDER";

    public static string Render(SnowflakeRenderer renderer, TableObject table)
    {
        var lines = Columns(renderer, table).Concat(TableConstraints.Of(renderer, table));
        return renderer.Fill("Tables/table.sql", "table", new View(
            TableRenames.Of(renderer, table).ToEquatableArray(),
            renderer.Name(table.Name),
            lines.ToEquatableArray(),
            table.ClusterBy.Count == 0 ? null : string.Join(", ", table.ClusterBy.Select(renderer.Identifier)),
            table.RetentionDays,
            renderer.Catalog.IsTracked(table.Name),
            table.Comment,
            PolicyClauses.RowAccess(renderer, table)));
    }

    /// <summary>What takes all its columns to be there: its policies and its rows; null for a table without.</summary>
    public static string? RenderRows(SnowflakeRenderer renderer, TableObject table)
    {
        var rows = new RowsView(
            PolicyClauses.Attach(renderer, "TABLE", table, table.Columns),
            Seeds(table).Select(s => renderer.Dialect.CommentedStatement(s, table.At)).ToEquatableArray());
        return rows.HasPolicies || rows.Seeds.Count > 0 ? renderer.Fill("Tables/table_rows.sql", "rows", rows).TrimStart('\n') : null;
    }

    private static IEnumerable<string> Columns(SnowflakeRenderer renderer, TableObject table)
    {
        var names = table.Columns.Select(c => renderer.Identifier(c.Name)).ToList();
        var types = table.Columns.Select(c => renderer.Dialect.Type(c.Type)).ToList();
        var (nameWidth, typeWidth) = (names.Max(n => n.Length), types.Max(t => t.Length));
        for (var i = 0; i < names.Count; i++)
        {
            var column = table.Columns[i];
            var options = new List<string>();
            if (!column.Nullable) options.Add("NOT NULL");
            if (ColumnFill.IsGenerated(table, column)) options.Add(Numbering);
            if ((column.Roles & ColumnRoles.LoadTime) != 0) options.Add("DEFAULT SYSDATE()::" + types[i]);
            if (PolicyClauses.Mask(renderer, column) is { } mask) options.Add(mask);
            if (!string.IsNullOrEmpty(column.Comment)) options.Add("COMMENT " + renderer.Text(column.Comment!));
            yield return (names[i].PadRight(nameWidth) + " " + types[i].PadRight(typeWidth) + " " + string.Join(" ", options)).TrimEnd();
        }
    }

    private static IEnumerable<Statement> Seeds(TableObject table)
    {
        foreach (var statement in DeclaredRows.Of(table)) yield return statement;
        foreach (var statement in table is CalendarObject calendar ? CalendarSeed.Of(calendar) : []) yield return statement;
        if (table is not (DimensionObject or CalendarObject)) yield break;
        foreach (var seed in Members.Seeds(table)) yield return seed;
    }

    private sealed record View(
        EquatableArray<string> Renames, string Name, EquatableArray<string> Lines, string? ClusterBy, int? RetentionDays, bool ChangeTracking, string? Comment,
        string? RowAccess);

    private sealed record RowsView(EquatableArray<string> Attached, EquatableArray<string> Seeds)
    {
        public bool HasPolicies => Attached.Count > 0;
    }
}
