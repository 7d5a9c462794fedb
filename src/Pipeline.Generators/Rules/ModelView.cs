using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>The objects of a whole model, as rules look them up.</summary>
internal sealed class ModelView
{
    private readonly Dictionary<QualifiedName, TableObject> tables = [];
    private readonly Dictionary<QualifiedName, StreamObject> streams = [];
    private readonly Lazy<ILookup<QualifiedName, TaskObject>> graphs;

    public ModelView(IReadOnlyList<CatalogObject> objects, CancellationToken cancellation)
    {
        // Whatever the order of the files, the first by its class's name comes first.
        Objects = [.. objects.OrderBy(o => o.ClassName, StringComparer.Ordinal)];
        Cancellation = cancellation;
        foreach (var item in Objects)
        {
            if (item is TableObject table && !tables.ContainsKey(item.Name)) tables.Add(item.Name, table);
            if (item is StreamObject stream && !streams.ContainsKey(item.Name)) streams.Add(item.Name, stream);
        }

        graphs = new(() => All<TaskObject>().ToLookup(t => t.Root));
    }

    public IReadOnlyList<CatalogObject> Objects { get; }

    public CancellationToken Cancellation { get; }

    public IEnumerable<T> All<T>() where T : CatalogObject
    {
        foreach (var item in Objects)
        {
            // Rules look at all objects, and while one types they are soon out of date.
            Cancellation.ThrowIfCancellationRequested();
            if (item is T wanted) yield return wanted;
        }
    }

    public TableObject? Table(QualifiedName name) => tables.TryGetValue(name, out var table) ? table : null;

    public StreamObject? Stream(QualifiedName name) => streams.TryGetValue(name, out var stream) ? stream : null;

    /// <summary>The root, the tasks and the finalizer of a graph.</summary>
    public IEnumerable<TaskObject> Graph(QualifiedName root) => graphs.Value[root];

    /// <summary>The tables that the tasks of a graph copy to and load.</summary>
    public IEnumerable<TableObject> TablesOf(QualifiedName root) => Graph(root).SelectMany(t => t.Runs).Select(Table).OfType<TableObject>();

    /// <summary>The class's own name, as a message says it.</summary>
    public static string Short(CatalogObject item) => item.ClassName.Substring(item.ClassName.LastIndexOf('.') + 1);
}
