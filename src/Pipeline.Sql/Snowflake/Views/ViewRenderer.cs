using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class ViewRenderer
{
    public static string Render(SnowflakeRenderer renderer, ViewObject view)
    {
        if (renderer.Catalog.StreamsOn(view.Name) is { Count: > 0 } streams) return KeptWhileStreamed.Write(renderer, view, streams);

        // Replaced, it makes the dynamic tables that read it start over.
        return !HasPolicies(view) && renderer.Catalog.IsUnderDynamicTable(view.Name)
            ? ReplacedWhereItDiffers.Write(renderer, view, comment => Create(renderer, view, comment))
            : Create(renderer, view, view.Comment);
    }

    private static string Create(SnowflakeRenderer renderer, ViewObject view, string? comment) => renderer.Fill("Views/view.sql", "view", new View(
        renderer.Name(view.Name), view.Secure, renderer.ColumnNames(view.Columns), comment, PolicyClauses.RowAccess(renderer, view), renderer.Dialect.Queries.Write(view.Query)));

    // These come back with each deployment, whatever somebody did to them by hand.
    private static bool HasPolicies(ViewObject view) => view.RowAccess is not null || view.Columns.Any(c => c.Mask is not null);

    private sealed record View(string Name, bool Secure, EquatableArray<string> Lines, string? Comment, string? RowAccess, string Query);
}
