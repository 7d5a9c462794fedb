using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>The objects of a whole model, as rules look them up.</summary>
internal sealed class ModelView
{
    private readonly Dictionary<QualifiedName, TableObject> tables = [];
    private readonly Dictionary<QualifiedName, StreamObject> streams = [];
    private readonly Dictionary<Type, IReadOnlyList<CatalogObject>> byType = [];
    private readonly Lazy<ILookup<QualifiedName, TaskObject>> graphs;
    private readonly Lazy<ILookup<QualifiedName, CatalogObject>> byName;

    public ModelView(IReadOnlyList<CatalogObject> objects, CancellationToken cancellation)
    {
        // Whatever the order of the files, the first by its class's name comes first.
        Objects = new WatchedList([.. objects.OrderBy(o => o.ClassName, StringComparer.Ordinal)], cancellation);
        Cancellation = cancellation;
        foreach (var item in Objects)
        {
            if (item is TableObject table && !tables.ContainsKey(item.Name)) tables.Add(item.Name, table);
            if (item is StreamObject stream && !streams.ContainsKey(item.Name)) streams.Add(item.Name, stream);
        }

        graphs = new(() => All<TaskObject>().ToLookup(t => t.Root));
        byName = new(() => Objects.ToLookup(o => o.Name));
    }

    /// <summary>All, by their classes' names; whoever goes through them stops where the reading is cancelled.</summary>
    public IReadOnlyList<CatalogObject> Objects { get; }

    public CancellationToken Cancellation { get; }

    public IEnumerable<T> All<T>() where T : CatalogObject
    {
        if (!byType.TryGetValue(typeof(T), out var found)) byType.Add(typeof(T), found = new WatchedList([.. Objects.Where(o => o is T)], Cancellation));
        return found.Cast<T>();
    }

    /// <summary>The objects of this name: none, one, or those that take it from each other.</summary>
    public IEnumerable<CatalogObject> Named(QualifiedName name) => byName.Value[name];

    /// <summary>The objects of these names, in the order of all.</summary>
    public IEnumerable<CatalogObject> Named(IEnumerable<QualifiedName> names) => names.Distinct().SelectMany(Named).OrderBy(o => o.ClassName, StringComparer.Ordinal);

    /// <summary>Those with a tag, on themselves or on a column.</summary>
    public IEnumerable<CatalogObject> Tagged => Objects.Where(o => o.Tags.Count > 0 || ColumnMarks.Of(o).HasTags);

    /// <summary>Those with a policy, on their rows or on a column.</summary>
    public IEnumerable<CatalogObject> Protected => Objects.Where(o => o.RowAccess is not null || ColumnMarks.Of(o).HasMasks);

    public TableObject? Table(QualifiedName name) => tables.TryGetValue(name, out var table) ? table : null;

    public StreamObject? Stream(QualifiedName name) => streams.TryGetValue(name, out var stream) ? stream : null;

    /// <summary>The root, the tasks and the finalizer of a graph.</summary>
    public IEnumerable<TaskObject> Graph(QualifiedName root) => graphs.Value[root];

    /// <summary>The tables that the tasks of a graph copy to and load.</summary>
    public IEnumerable<TableObject> TablesOf(QualifiedName root) => Graph(root).SelectMany(t => t.Runs).Select(Table).OfType<TableObject>();

    /// <summary>The class's own name, as a message says it.</summary>
    public static string Short(CatalogObject item) => item.ClassName.Substring(item.ClassName.LastIndexOf('.') + 1);
}
