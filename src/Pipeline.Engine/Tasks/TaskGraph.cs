using Pipeline.Catalog;

namespace Pipeline.Engine.Tasks;

/// <summary>A root task and all that follows it, in an order in which they can run.</summary>
internal sealed record TaskGraph(TaskObject Root, IReadOnlyList<TaskObject> Tasks, TaskObject? Finalizer)
{
    /// <summary>The tasks, and the finalizer after them.</summary>
    public IEnumerable<TaskObject> All => Finalizer is null ? Tasks : Tasks.Append(Finalizer);

    /// <summary>All graphs: one that reads streams on tables that another fills runs after that one; else by name.</summary>
    public static IReadOnlyList<TaskGraph> Of(CompiledCatalog catalog)
    {
        var graphs = catalog.All<TaskObject>().Where(t => t.IsRoot).OrderBy(t => t.Name.ToString(), StringComparer.Ordinal)
            .Select(root => new TaskGraph(root, InOrder(root, [.. catalog.All<TaskObject>().Where(t => t.Root == root.Name && !t.IsFinalizer)]),
                catalog.All<TaskObject>().FirstOrDefault(t => t.Root == root.Name && t.IsFinalizer))).ToList();
        return Order(graphs, graph => graphs.Where(other => other != graph && graph.SourcesOf(catalog).Overlaps(other.Tables)), graph => graph.Root.Name);
    }

    private HashSet<QualifiedName> Tables => [.. All.SelectMany(t => t.Runs)];

    private HashSet<QualifiedName> SourcesOf(CompiledCatalog catalog) =>
    [
        .. Tables.Select(catalog.Find<TableObject>).OfType<TableObject>()
            .SelectMany(t => t.Loads).SelectMany(l => l.Streams)
            .Select(catalog.Find<StreamObject>).OfType<StreamObject>().Select(s => s.Source),
    ];

    private static IReadOnlyList<TaskObject> InOrder(TaskObject root, IReadOnlyList<TaskObject> tasks) =>
        Order([root, .. tasks.Where(t => t != root)], task => tasks.Where(other => task.After.Contains(other.Name)), task => task.Name);

    // Depth first over names in order: the same every time. Of a circle, which no compiler lets through, each is met once.
    private static List<T> Order<T>(IReadOnlyList<T> items, Func<T, IEnumerable<T>> before, Func<T, QualifiedName> name)
    {
        var ordered = new List<T>();
        var met = new List<T>();

        void Visit(T item)
        {
            if (met.Contains(item)) return;
            met.Add(item);
            foreach (var other in before(item).OrderBy(o => name(o).ToString(), StringComparer.Ordinal)) Visit(other);
            ordered.Add(item);
        }

        foreach (var item in items.OrderBy(i => name(i).ToString(), StringComparer.Ordinal)) Visit(item);
        return ordered;
    }
}
