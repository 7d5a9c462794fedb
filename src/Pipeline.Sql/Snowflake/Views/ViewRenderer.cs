using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class ViewRenderer
{
    public static string Render(SnowflakeRenderer renderer, ViewObject view) => renderer.Fill("Views/view.sql", "view", new View(
        renderer.Name(view.Name), view.Secure, IsStreamed(renderer.Catalog, view), renderer.ColumnNames(view.Columns), view.Comment,
        PolicyClauses.RowAccess(renderer, view), IsStreamed(renderer.Catalog, view) ? PolicyClauses.Attach(renderer, "VIEW", view, view.Columns) : [], renderer.Dialect.Queries.Write(view.Query)));

    // Replaced, a view takes the offsets of the streams on it with it.
    private static bool IsStreamed(CompiledCatalog catalog, ViewObject view) => catalog.All<StreamObject>().Any(s => StreamSources.ViewsOf(catalog, s).Contains(view.Name));

    private sealed record View(string Name, bool Secure, bool IsStreamed, EquatableArray<string> Lines, string? Comment, string? RowAccess, EquatableArray<string> Attached, string Query);
}
