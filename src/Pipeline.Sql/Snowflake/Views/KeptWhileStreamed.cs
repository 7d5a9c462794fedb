using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>A view that streams read: made once, and never replaced, since they would go stale. One that shows something else than the model's stops the deployment.</summary>
internal static class KeptWhileStreamed
{
    public static string Write(SnowflakeRenderer renderer, ViewObject view, IReadOnlyList<QualifiedName> streams)
    {
        var query = renderer.Dialect.Queries.Write(view.Query);

        // Policies and comment are altered in place.
        var fingerprint = Fingerprint.Of(string.Join("\n", view.Columns.Select(c => renderer.Identifier(c.Name)).Prepend(view.Secure ? "SECURE" : "").Append(query)));
        var (name, comment) = (renderer.Name(view.Name), Fingerprint.Append(view.Comment, fingerprint));
        var create = renderer.Fill("Views/streamed_view.sql", "view", new CreateView(name, view.Secure, renderer.ColumnNames(view.Columns), PolicyClauses.RowAccess(renderer, view), comment, query));
        var block = SnowflakeQuoting.WithBody(renderer.Fill("Views/kept_while_streamed.sql", "view", new View(
            name, view.Name.Name, renderer.Identifier(view.Name.Schema ?? ""), comment, fingerprint,
            $"{view.Name} is there with another query than the model says. Replaced, it would make its streams stale: let the loads read {string.Join(", ", streams)} to the end, drop them and the view, and deploy again.",
            Layout.Indent(Layout.Indent(create.TrimEnd('\n'))))));
        return string.Join("\n\n", PolicyClauses.Attach(renderer, "VIEW", view, view.Columns).Prepend(block.TrimEnd('\n'))) + "\n";
    }

    private sealed record CreateView(string Name, bool Secure, EquatableArray<string> Lines, string? RowAccess, string Comment, string Query);

    private sealed record View(string Name, string BareName, string Schema, string Comment, string Fingerprint, string Message, string Create);
}
