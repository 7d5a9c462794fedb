using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>A view that is made anew only where it isn't the model's: where replacing it would compute again what it, or a dynamic table on it, holds.</summary>
internal static class ReplacedWhereItDiffers
{
    /// <param name="create">The statement that makes or replaces the view, by its comment.</param>
    public static string Write(SnowflakeRenderer renderer, ViewObject view, Func<string?, string> create)
    {
        // A comment can be altered in place, so it is no part of the definition.
        var fingerprint = Fingerprint.Of(create(null));
        var comment = Fingerprint.Append(view.Comment, fingerprint);
        return SnowflakeQuoting.WithBody(renderer.Fill("Views/replaced_where_it_differs.sql", "view", new View(
            renderer.Name(view.Name), view.Name.Name, renderer.Identifier(view.Name.Schema ?? ""), view.Materialized ? "MATERIALIZED VIEW" : "VIEW", view.Materialized,
            view.Materialized ? "replaced, all of it is computed again." : "replaced, the dynamic tables that read it are computed again.",
            comment, fingerprint, Layout.Indent(Layout.Indent(create(comment).TrimEnd('\n'))))));
    }

    private sealed record View(
        string Name, string BareName, string Schema, string Kind, bool Materialized, string Cost, string Comment, string Fingerprint, string Create);
}
