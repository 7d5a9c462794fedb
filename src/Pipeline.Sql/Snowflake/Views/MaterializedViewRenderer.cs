using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class MaterializedViewRenderer
{
    public static string Render(SnowflakeRenderer renderer, ViewObject view) => ReplacedWhereItDiffers.Write(renderer, view, comment => renderer.Fill("Views/materialized_view.sql", "view", new View(
        renderer.Name(view.Name), view.Secure, renderer.ColumnNames(view.Columns), comment, PolicyClauses.RowAccess(renderer, view),
        view.ClusterBy.Count == 0 ? null : string.Join(", ", view.ClusterBy.Select(renderer.Identifier)), renderer.Dialect.Queries.Write(view.Query))));

    private sealed record View(string Name, bool Secure, EquatableArray<string> Lines, string? Comment, string? RowAccess, string? ClusterBy, string Query);
}
