namespace Pipeline.Catalog;

/// <summary>What a stream follows: its table, or the tables under its view; and why it can't, where it can't.</summary>
public static class StreamSources
{
    /// <summary>The rule that a stream breaks whose source has no changes to tell.</summary>
    public const string Rule = "PL0410";

    /// <summary>The tables whose changes reach the stream, each once; a dynamic table counts as the table that it is.</summary>
    public static IReadOnlyList<TableObject> TablesOf(CompiledCatalog catalog, StreamObject stream) =>
        [.. Tables(catalog, stream.Source, []).GroupBy(t => t.Name).Select(g => g.First())];

    /// <summary>The views between the stream and its tables, each once; none where it lies on a table.</summary>
    public static IReadOnlyCollection<QualifiedName> ViewsOf(CompiledCatalog catalog, StreamObject stream)
    {
        var met = new List<QualifiedName>();
        _ = Tables(catalog, stream.Source, met).ToList();
        return [.. met.Where(name => catalog.Find<ViewObject>(name) is not null)];
    }

    /// <summary>Why Snowflake would refuse the stream, in words; null where it would not.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/user-guide/streams-intro#streams-on-views">Streams on views</see>.</remarks>
    public static string? Problem(CompiledCatalog catalog, StreamObject stream) => catalog.Named(stream.Source).FirstOrDefault(o => o is not StreamObject) switch
    {
        ExternalTableObject { PartitionBy.Count: > 0 } => $"{stream.Source} is a partitioned external table, on which Snowflake has no streams; leave PartitionBy away: the columns of the path stay",
        ExternalTableObject when stream.Mode != StreamMode.InsertOnly => $"{stream.Source} is an external table, which tells of new files alone; say Mode = StreamMode.InsertOnly",
        ExternalTableObject when stream.ShowInitialRows => $"{stream.Source} is an external table, whose streams have no initial rows; remove ShowInitialRows: its first refresh brings the files that are there",
        ExternalTableObject => null,
        _ when stream.Mode == StreamMode.InsertOnly => $"{stream.Source} is no external table, and only those have insert-only streams; say Mode = StreamMode.AppendOnly, or take the net change",
        TableObject => null,
        ViewObject { Materialized: true } => $"{stream.Source} is a materialized view, which has no streams; stream its table",
        ViewObject view => ProblemOf(catalog, view, []),
        DynamicTableObject { Refresh: RefreshMode.Full } => $"{stream.Source} is rebuilt at each refresh, so it has no changes to tell; let it refresh incrementally",
        DynamicTableObject when stream.Mode == StreamMode.AppendOnly => $"{stream.Source} is a dynamic table, which has no append-only streams; take the net change",
        DynamicTableObject => null,
        _ => $"{stream.Source} is no table, view or dynamic table of the model; derive it from Stream<T> of one",
    };

    /// <summary>The same of a view alone, whatever it reads.</summary>
    public static string? ProblemOf(ViewObject view) => view.Materialized ? $"{view.Name} is a materialized view, which has no streams; stream its table" : StreamableQuery.Problem(view.Query) is { } problem ? $"{view.Name} {problem}" : null;

    internal static CatalogObject AddTo(CatalogObject item, CompiledCatalog catalog) =>
        item is StreamObject { Findings.Count: 0 } stream && Problem(catalog, stream) is { } problem
            ? stream with { Findings = [new Finding(Rule, problem)] }
            : item;

    private static string? ProblemOf(CompiledCatalog catalog, ViewObject view, List<QualifiedName> met)
    {
        if (met.Contains(view.Name)) return null;
        met.Add(view.Name);
        return ProblemOf(view) ?? SourceCollector.NamesIn(view.Query).Select(name => catalog.Find(name) switch
        {
            ExternalTableObject => $"{view.Name} reads {name}, an external table, whose changes no view passes on; stream the external table itself",
            TableObject => null,
            ViewObject inner => ProblemOf(catalog, inner, met),
            _ => $"{view.Name} reads {name}, which is no table or view of the model; stream what that is made of",
        }).FirstOrDefault(p => p is not null);
    }

    private static IEnumerable<TableObject> Tables(CompiledCatalog catalog, QualifiedName source, List<QualifiedName> met)
    {
        if (met.Contains(source)) return [];
        met.Add(source);
        return catalog.Named(source).FirstOrDefault(o => o is not StreamObject) switch
        {
            TableObject table => [table],
            DynamicTableObject dynamic => [new TableObject(dynamic.Name, dynamic.ClassName, dynamic.Columns)],
            ViewObject view => SourceCollector.NamesIn(view.Query).SelectMany(name => Tables(catalog, name, met)),
            _ => [],
        };
    }
}
