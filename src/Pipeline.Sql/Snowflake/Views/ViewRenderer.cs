using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class ViewRenderer
{
    public static string Render(SnowflakeRenderer renderer, ViewObject view)
    {
        // Replaced, a view takes the offsets of the streams on it with it, and makes the dynamic tables that read it start over.
        var isStreamed = renderer.Followed.StreamedViews.Contains(view.Name);
        return !isStreamed && !HasPolicies(view) && renderer.Followed.UnderDynamicTables.Contains(view.Name)
            ? ReplacedWhereItDiffers.Write(renderer, view, comment => Create(renderer, view, isStreamed, comment))
            : Create(renderer, view, isStreamed, view.Comment);
    }

    private static string Create(SnowflakeRenderer renderer, ViewObject view, bool isStreamed, string? comment) => renderer.Fill("Views/view.sql", "view", new View(
        renderer.Name(view.Name), view.Secure, isStreamed, renderer.ColumnNames(view.Columns), comment,
        PolicyClauses.RowAccess(renderer, view), isStreamed ? PolicyClauses.Attach(renderer, "VIEW", view, view.Columns) : [], renderer.Dialect.Queries.Write(view.Query)));

    // These come back with each deployment, whatever somebody did to them by hand.
    private static bool HasPolicies(ViewObject view) => view.RowAccess is not null || view.Columns.Any(c => c.Mask is not null);

    private sealed record View(string Name, bool Secure, bool IsStreamed, EquatableArray<string> Lines, string? Comment, string? RowAccess, EquatableArray<string> Attached, string Query);
}
