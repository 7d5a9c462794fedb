namespace Pipeline.Catalog;

/// <summary>Gives a load a stream of its own on each dimension whose changes touch rows that it has written: a fact's keys, an aggregate's groups.</summary>
/// <remarks>
/// The stream belongs to the load alone and lies in its table's schema, named DIM_CUSTOMER_FOR_FACT_SALES_STREAM. Calendars have none: their days never change.
/// </remarks>
public static class MemberStreams
{
    /// <summary>Why facts of the load can't get other keys once they are loaded; null where they can, or need not.</summary>
    public static string? Obstacle(FactObject fact, LoadDefinition load, CompiledCatalog catalog)
    {
        if (fact.Rekey == Rekey.Never || load.Mode == LoadMode.Replace || !Dimensions(load, catalog).Any()) return null;
        if (load.Mode == LoadMode.Append || fact.FirstWith(ColumnRoles.Grain) is null) return "it only adds rows, so that none is found again";
        if (load.Driver is null || catalog.Find<StreamObject>(load.Driver) is not { } stream) return "no stream drives it, so that there is no table to read its rows again";
        if (catalog.Find<TableObject>(stream.Source) is null) return $"{stream.Source} is no table, so that its rows can't be read again";
        if (load.Query is not SelectQuery select || !DriverPath.Find(select).IsTraced) return "it groups or unites the rows of a run, so that a row alone can't be read again";
        return DriverPath.Find(select).Steps.Any(s => s.Query.From is StreamSource { AllChanges: true }) ? "it reads changes, not rows"
            : DriverPath.Find(select).Steps.Any(s => DependsOnTheRun(s.Query)) ? "it computes over the rows of a run, so that a row alone can't be read again"
            : null;
    }

    internal static CatalogObject AddTo(CatalogObject item, CompiledCatalog catalog)
    {
        if (item is not TableObject { Loads.Count: > 0 } table) return item;
        var loads = table.Loads.Select((l, i) => AddTo(table, l, i, catalog)).ToEquatableArray();
        // The very same where nothing is added: what is known of an object is known of this one.
        return loads.Zip(table.Loads, ReferenceEquals).All(same => same) ? item : table with { Loads = loads };
    }

    /// <summary>The streams of all loads.</summary>
    internal static IEnumerable<StreamObject> Of(CompiledCatalog catalog) =>
        from table in catalog.All<TableObject>()
        from load in table.Loads
        from stream in load.MemberStreams
        select new StreamObject(stream.Stream, table.ClassName, stream.Dimension, StreamMode.Net)
        {
            At = load.Places?.At,
            FormerNames = FormerNames(table, stream, catalog).ToEquatableArray(),
            Comment = $"What changed in {stream.Dimension} since {table.Name} was loaded: "
                + (table is FactObject ? "facts of these members get other keys." : "groups of these members are computed anew."),
        };

    // It is called by its dimension and its table, so it follows when one of them is renamed, or both.
    private static IEnumerable<QualifiedName> FormerNames(TableObject table, MemberStream stream, CompiledCatalog catalog)
    {
        var rest = stream.Stream.Name.Substring(Name(stream.Dimension, table.Name).Length);
        var dimensions = new[] { stream.Dimension }.Concat(catalog.Find<TableObject>(stream.Dimension)?.FormerNames ?? []);
        return from dimension in dimensions
               from target in new[] { table.Name }.Concat(table.FormerNames)
               where dimension != stream.Dimension || target != table.Name
               select new QualifiedName(stream.Stream.Schema, Name(dimension, target) + rest);
    }

    private static string Name(QualifiedName dimension, QualifiedName table) => $"{dimension.Name}_FOR_{table.Name}";

    private static LoadDefinition AddTo(TableObject table, LoadDefinition load, int index, CompiledCatalog catalog)
    {
        var number = index == 0 ? "" : "_" + (index + 1);
        var streams = Needed(table, load, catalog)
            .Select(d => new MemberStream(d.Name, new(table.Name.Schema, Name(d.Name, table.Name) + number + "_STREAM"))).ToEquatableArray();
        return streams.Count == 0 && load.MemberStreams.Count == 0 ? load : load with { MemberStreams = streams, Streams = load.Streams.Concat(streams.Select(s => s.Stream)).Distinct().ToEquatableArray() };
    }

    private static IEnumerable<DimensionObject> Needed(TableObject table, LoadDefinition load, CompiledCatalog catalog) =>
        table is not FactObject fact ? AggregateLoad.Dimensions(table, load, catalog)
        : fact.Rekey == Rekey.Never || load.Mode != LoadMode.Merge || Obstacle(fact, load, catalog) is not null ? []
        : Dimensions(load, catalog);

    // A dimension that nothing loads has members that facts opened; those never change.
    private static IEnumerable<DimensionObject> Dimensions(LoadDefinition load, CompiledCatalog catalog)
    {
        var select = load.Query as SelectQuery;
        return (select?.Columns ?? []).Select(c => c.Value).OfType<KeyLookup>().Select(l => l.Dimension).Distinct()
            .Select(catalog.Find<DimensionObject>).OfType<DimensionObject>().Where(d => d.Loads.Count > 0);
    }

    // The last row of each key is the same wherever it is looked for; a number or a sum over the rows of a run isn't.
    private static bool DependsOnTheRun(SelectQuery query) =>
        (query.Qualify is not null && BatchQueryBuilder.LatestRank(query) is null) || query.Take is not null || query.Skip is not null
        || WindowFinder.IsIn(query with { With = [], Qualify = null });
}
