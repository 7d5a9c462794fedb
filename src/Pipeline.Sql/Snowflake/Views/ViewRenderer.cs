using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class ViewRenderer
{
    public static string Render(SnowflakeRenderer renderer, ViewObject view) => renderer.Fill("Views/view.sql", "view", new View(
        renderer.Name(view.Name), view.Secure, renderer.ColumnNames(view.Columns), view.Comment, renderer.Dialect.Queries.Write(view.Query)));

    private sealed record View(string Name, bool Secure, EquatableArray<string> Lines, string? Comment, string Query);
}
