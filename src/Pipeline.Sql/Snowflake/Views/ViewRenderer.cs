using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class ViewRenderer
{
    public static string Render(SnowflakeRenderer renderer, ViewObject view)
    {
        var streams = StreamsOn(renderer.Catalog, view);
        if (streams.Count > 0) return KeptWhileStreamed.Write(renderer, view, streams);
        return !HasPolicies(view) && IsUnderADynamicTable(renderer.Catalog, view)
            ? ReplacedWhereItDiffers.Write(renderer, view, comment => Create(renderer, view, comment))
            : Create(renderer, view, view.Comment);
    }

    private static string Create(SnowflakeRenderer renderer, ViewObject view, string? comment) => renderer.Fill("Views/view.sql", "view", new View(
        renderer.Name(view.Name), view.Secure, renderer.ColumnNames(view.Columns), comment, PolicyClauses.RowAccess(renderer, view), renderer.Dialect.Queries.Write(view.Query)));

    // Also those on views that read it.
    private static IReadOnlyList<QualifiedName> StreamsOn(CompiledCatalog catalog, ViewObject view) =>
        [.. catalog.All<StreamObject>().Where(s => StreamSources.ViewsOf(catalog, s).Contains(view.Name)).Select(s => s.Name)];

    // These come back with each deployment, whatever somebody did to them by hand.
    private static bool HasPolicies(ViewObject view) => view.RowAccess is not null || view.Columns.Any(c => c.Mask is not null);

    // Replaced, a view makes the dynamic tables that read it start over.
    private static bool IsUnderADynamicTable(CompiledCatalog catalog, ViewObject view)
    {
        var open = new Queue<QualifiedName>(catalog.All<DynamicTableObject>().SelectMany(t => SourceCollector.NamesIn(t.Query)));
        var met = new HashSet<QualifiedName>();
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (name == view.Name) return true;
            if (!met.Add(name) || catalog.Find<ViewObject>(name) is not { } read) continue;
            foreach (var source in SourceCollector.NamesIn(read.Query)) open.Enqueue(source);
        }

        return false;
    }

    private sealed record View(string Name, bool Secure, EquatableArray<string> Lines, string? Comment, string? RowAccess, string Query);
}
