namespace Pipeline.Catalog;

/// <summary>What streams and dynamic tables follow: it decides how the tables and views under them are created.</summary>
/// <remarks>Each of them walks down once; asked from below, every table would walk all of them.</remarks>
internal sealed class FollowedSources
{
    private readonly Dictionary<QualifiedName, List<QualifiedName>> streamsOn = [];

    public FollowedSources(CompiledCatalog catalog)
    {
        foreach (var stream in catalog.All<StreamObject>())
        {
            Tracked.UnionWith(StreamSources.TablesOf(catalog, stream).Select(t => t.Name));
            foreach (var view in StreamSources.ViewsOf(catalog, stream))
            {
                if (!streamsOn.TryGetValue(view, out var streams)) streamsOn[view] = streams = [];
                streams.Add(stream.Name);
            }
        }

        foreach (var dynamic in catalog.All<DynamicTableObject>()) Tracked.UnionWith(SourceCollector.NamesIn(dynamic.Query));

        var open = new Queue<QualifiedName>(catalog.All<DynamicTableObject>().SelectMany(t => SourceCollector.NamesIn(t.Query)));
        while (open.Count > 0)
        {
            var name = open.Dequeue();
            if (!UnderDynamicTables.Add(name) || catalog.Find<ViewObject>(name) is not { } read) continue;
            foreach (var source in SourceCollector.NamesIn(read.Query)) open.Enqueue(source);
        }
    }

    /// <summary>The tables whose changes a stream tells, and all that a dynamic table reads itself.</summary>
    public HashSet<QualifiedName> Tracked { get; } = [];

    /// <summary>The streams on the view, also those on views that read it.</summary>
    public IReadOnlyList<QualifiedName> StreamsOn(QualifiedName view) => streamsOn.TryGetValue(view, out var streams) ? streams : [];

    /// <summary>What a dynamic table reads, itself or through views.</summary>
    public HashSet<QualifiedName> UnderDynamicTables { get; } = [];
}
