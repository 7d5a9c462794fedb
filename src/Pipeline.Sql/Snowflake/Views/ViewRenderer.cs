using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class ViewRenderer
{
    public static string Render(SnowflakeRenderer renderer, ViewObject view)
    {
        var isStreamed = IsStreamed(renderer.Catalog, view);
        return !isStreamed && !HasPolicies(view) && IsUnderADynamicTable(renderer.Catalog, view)
            ? ReplacedWhereItDiffers.Write(renderer, view, comment => Create(renderer, view, isStreamed, comment))
            : Create(renderer, view, isStreamed, view.Comment);
    }

    private static string Create(SnowflakeRenderer renderer, ViewObject view, bool isStreamed, string? comment) => renderer.Fill("Views/view.sql", "view", new View(
        renderer.Name(view.Name), view.Secure, isStreamed, renderer.ColumnNames(view.Columns), comment,
        PolicyClauses.RowAccess(renderer, view), isStreamed ? PolicyClauses.Attach(renderer, "VIEW", view, view.Columns) : [], renderer.Dialect.Queries.Write(view.Query)));

    // Replaced, a view takes the offsets of the streams on it with it.
    private static bool IsStreamed(CompiledCatalog catalog, ViewObject view) => catalog.All<StreamObject>().Any(s => StreamSources.ViewsOf(catalog, s).Contains(view.Name));

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

    private sealed record View(string Name, bool Secure, bool IsStreamed, EquatableArray<string> Lines, string? Comment, string? RowAccess, EquatableArray<string> Attached, string Query);
}
