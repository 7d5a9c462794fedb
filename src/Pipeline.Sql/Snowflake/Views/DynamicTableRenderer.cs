using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class DynamicTableRenderer
{
    public static string Render(SnowflakeRenderer renderer, DynamicTableObject table) => renderer.Fill("Views/dynamic_table.sql", "table", new View(
        renderer.Name(table.Name), renderer.ColumnNames(table.Columns.Select(c => c with { Mask = null }).ToEquatableArray()), table.RefreshedByTask,
        table.Downstream ? "DOWNSTREAM" : FormattableString.Invariant($"'{table.LagMinutes} minutes'"),
        renderer.Name(table.Warehouse), table.Refresh.ToString().ToUpperInvariant(), table.Comment, PolicyClauses.Attach(renderer, "DYNAMIC TABLE", table, table.Columns), renderer.Dialect.Queries.Write(table.Query)));

    private sealed record View(
        string Name, EquatableArray<string> Lines, bool RefreshedByTask, string TargetLag, string Warehouse, string RefreshMode, string? Comment, EquatableArray<string> Attached,
        string Query)
    {
        public bool HasPolicies => Attached.Count > 0;
    }
}
