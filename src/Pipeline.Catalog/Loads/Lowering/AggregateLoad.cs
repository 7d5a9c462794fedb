namespace Pipeline.Catalog;

/// <summary>Loads an aggregate of a stream's table: finds the groups whose rows changed, and computes these anew from all their rows.</summary>
/// <remarks>
/// Adding the changes to what is there would be wrong for all but sums, and for those after the first row that was seen twice. A change touches the
/// group that the row was in and the one that it is in; where a joined dimension changes, the groups of its rows, before and after.
/// </remarks>
internal sealed class AggregateLoad : IRecalculation
{
    private readonly CompiledCatalog catalog;
    private readonly TableObject target;
    private readonly LoadDefinition load;
    private readonly AggregateQuery query;
    private readonly StreamObject stream;
    private readonly QualifiedName groups;
    private readonly IReadOnlyList<(Column Key, Expression Group)> keys;

    private AggregateLoad(CompiledCatalog catalog, TableObject target, LoadDefinition load, AggregateQuery query, StreamObject stream)
    {
        this.catalog = catalog;
        this.target = target;
        this.load = load;
        this.query = query;
        this.stream = stream;
        groups = new(target.Name.Schema, target.Name.Name + "_GROUPS");
        var found = target.With(ColumnRoles.BusinessKey).Select(k => (Key: k, Group: query.GroupOf(k.Name))).ToList();
        if (found.Any(k => k.Group is null) || query.Grouped.GroupBy.Any(g => found.All(k => !Equals(k.Group, g))))
        {
            throw new UnsupportedLoadException(
                $"{target.Name} is grouped by other values than its [BusinessKey], so that a group that changed can't be found again: make all that '{load.Method}' groups by, and nothing else, its key.");
        }

        keys = [.. found.Select(k => (k.Key, k.Group!))];
    }

    /// <summary>The load as an aggregate; null where it is none.</summary>
    /// <exception cref="UnsupportedLoadException">It groups what can't be told apart by groups.</exception>
    public static AggregateLoad? Find(CompiledCatalog catalog, TableObject target, LoadDefinition load)
    {
        if (target is DimensionObject or FactObject || AggregateQuery.Find(load) is not { } query || catalog.Find<StreamObject>(load.Driver!) is not { } stream) return null;
        return query.IsByRow ? new(catalog, target, load, query, stream) : throw new UnsupportedLoadException(
            $"'{load.Method}' of {target.Name} ranks or numbers rows before it groups them, so that the groups that a change touches aren't known: read the table {stream.Source} with [Load(LoadMode.Replace)].");
    }

    /// <summary>The dimensions whose changes touch groups too.</summary>
    public static IEnumerable<DimensionObject> Dimensions(TableObject target, LoadDefinition load, CompiledCatalog catalog) =>
        target is DimensionObject or FactObject || AggregateQuery.Find(load) is not { } query ? []
        : query.Joined.Select(s => s.Object).Distinct().Select(catalog.Find<DimensionObject>).OfType<DimensionObject>().Where(d => d.Loads.Count > 0);

    public string Description => "Computes the groups whose rows changed anew, from all their rows.";

    /// <summary>The load with a query over the groups found, and all their rows.</summary>
    public LoadDefinition Recalculation => load with
    {
        Query = query.Over(
            s => s is StreamSource changes && changes.Stream == stream.Name ? new ObjectSource(changes.Alias, stream.Source) : s,
            new(JoinKind.Inner, new ObjectSource("touched", groups, IsBatch: true), Make.And(keys.Select(k => Same(k.Group, Make.Column("touched", k.Key)))))),
    };

    public CreateBatchStatement CreateTouched() => new(
        "The groups whose rows changed.", groups, keys.Select(k => new BatchColumn(k.Key.Name, k.Key.Type)).ToEquatableArray());

    /// <summary>Reads the streams, once for each source that may have changed.</summary>
    public InsertStatement FindTouched()
    {
        var projections = keys.Select(k => new Projection(k.Key.Name, k.Group)).ToEquatableArray();
        var sources = Sources().ToList();
        var parts = sources.Select((changed, i) => query.Groups(s => Replacement(sources, changed.Alias, s), projections, $"CHANGED_{(i == 0 ? "" : i + 1 + "_")}")).ToList();
        var steps = parts.SelectMany(p => p.With).GroupBy(s => s.Name).Select(g => g.First()).ToEquatableArray();
        var all = parts.Select(p => (Query)(p with { With = [] })).Aggregate((left, right) => new SetQuery(SetOperator.Union, left, right));
        return new(
            $"Find the groups whose rows changed, as they were and as they are; all else of {target.Name} stays untouched."
                + (sources.Count > 1 ? $" A dimension that changed is joined with all of {stream.Source}; where none did, the stream alone is read." : ""),
            new ObjectSource("touched", groups, IsBatch: true), keys.Select(k => k.Key.Name).ToEquatableArray(), all with { With = steps });
    }

    /// <summary>Fills the batch with the groups found.</summary>
    public InsertStatement Recalculate(BatchSteps batch) => batch.Fill() with { Purpose = $"Compute these groups anew, from all their rows in {stream.Source}." };

    public IEnumerable<Statement> Finish(LoadContext context) => [DeleteEmptied(context)];

    // A group that has lost its last row.
    private DeleteStatement DeleteEmptied(LoadContext context) => new(
        "A group that has no rows any more.", context.TargetSource(), null,
        Make.And(
            Is(new ObjectSource("touched", groups, IsBatch: true), "touched", negated: false),
            Is(context.BatchSource("batch"), "batch", negated: true)))
    {
        CountInto = LoadVariables.RowsDeleted.Name,
    };

    private ExistsExpression Is(ObjectSource source, string alias, bool negated) => new(
        new SelectQuery([new(keys[0].Key.Name, Make.Column(alias, keys[0].Key))])
        {
            From = source, Where = Make.And(keys.Select(k => Make.Equal(Make.Column(alias, k.Key), Make.Column("target", k.Key)))),
        },
        negated);

    // What may have changed, by its alias: the driver, and each dimension.
    private IEnumerable<(string Alias, QualifiedName Table, StreamObject Stream)> Sources()
    {
        var driver = query.Inner.Count == 0 ? query.Grouped : (SelectQuery)query.Inner[query.Inner.Count - 1].Query;
        yield return (driver.From!.Alias, stream.Source, stream);
        foreach (var source in query.Joined)
        {
            if (load.MemberStreams.FirstOrDefault(m => m.Dimension == source.Object) is { } member) yield return (source.Alias, source.Object, catalog.Find<StreamObject>(member.Stream)!);
        }
    }

    // Of one source the changes; of the others what is, and what was, since they may have changed together.
    private Source Replacement(IReadOnlyList<(string Alias, QualifiedName Table, StreamObject Stream)> sources, string changed, Source source)
    {
        var name = source switch { StreamSource s when s.Stream == stream.Name => stream.Source, ObjectSource o => o.Object, _ => null };
        if (name is null || sources.All(s => s.Alias != source.Alias || s.Table != name)) return source;

        var (alias, table, changes) = sources.First(s => s.Alias == source.Alias && s.Table == name);
        if (alias == changed && source is StreamSource) return new StreamSource(alias, changes.Name, AllChanges: true);
        if (alias != changed && changes.ShowsInsertsAlone) return new ObjectSource(alias, table);

        var columns = Columns(alias, table).ToList();
        SelectQuery From(Source from) => new(columns.Select(c => new Projection(c.Name, Make.Column(from.Alias, c))).ToEquatableArray()) { From = from };
        var images = new StreamSource("changes", changes.Name, AllChanges: true);
        return new SubquerySource(alias, alias == changed
            ? From(images) with { GroupBy = columns.Select(c => (Expression)Make.Column("changes", c)).ToEquatableArray(), Having = Make.Equal(Make.Count(), Literal.Integer(1)) }
            : new SetQuery(SetOperator.UnionAll, From(new ObjectSource("present", table)), From(images) with
            {
                Where = Make.Equal(Make.Column("changes", "METADATA$ACTION", SqlType.Text), Literal.Text(BatchColumns.Delete)),
            }));
    }

    private IEnumerable<Column> Columns(string alias, QualifiedName table)
    {
        var read = query.Inner.Select(t => t.Query).Append(query.Grouped with { With = [] }).SelectMany(q => ColumnsRead.Of(q, alias)).ToList();
        return catalog.Find<TableObject>(table)!.Columns.Where(c => read.Contains(c.Name));
    }

    private static Expression Same(Expression group, Expression key) =>
        group.Nullable ? new BinaryExpression(BinaryOperator.NotDistinct, group, key, SqlType.Boolean, false) : Make.Equal(group, key);
}
