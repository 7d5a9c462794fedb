namespace Pipeline.Catalog;

/// <summary>Loads the keys whose one event comes after all that is known of them, as nearly all do: the event beside the open version tells all.</summary>
/// <remarks>
/// Keys with several events in the batch, with a late one or with a delete are a series: their time line is built from all their events by <see cref="HistoryTimeline"/>, and what only they need
/// is left out where there are none. What opens a version is told once for both, by <see cref="HistoryTimeline.HasChanged"/>.
/// </remarks>
internal sealed class HistorySuccession(LoadContext context, BatchSteps batch, HistoryColumns columns)
{
    /// <summary>In the batch: whether the row's key is a series. Null where it isn't.</summary>
    public static readonly BatchColumn IsSeries = new("BATCH_IS_SERIES", SqlType.Boolean);

    private static readonly BatchColumn Begins = new("BATCH_BEGINS", SqlType.Boolean);

    private static readonly VariableReference RowsInSeries = new("rows_in_series", SqlType.Int64);

    private readonly QualifiedName name = new(context.Target.Name.Schema, context.Target.Name.Name + "_OPEN");

    public static IEnumerable<string> Counters => [RowsInSeries.Name];

    /// <summary>Whether there are series.</summary>
    public static Expression HasSeries => Make.Compare(BinaryOperator.GreaterThan, RowsInSeries, Literal.Integer(0));

    public CreateBatchStatement Create() => new(
        "Each event beside the open version of its key.", name,
        Shown.Select(c => new BatchColumn(c.Name, c.Type)).Append(HistoryEvents.At).Append(Begins).ToEquatableArray());

    /// <summary>Compares the events with the open versions.</summary>
    public InsertStatement Compare()
    {
        var touched = new ExistsExpression(
            new SelectQuery([new(columns.Key[0].Name, Make.Column("touched", columns.Key[0]))])
            {
                From = context.BatchSource("touched"), Where = Make.And(batch.IsLoaded("touched"), columns.SameKey("touched", "held")),
            },
            Negated: false);
        var read = Shown.Concat(columns.IsInferred is { } inferred ? [inferred] : Array.Empty<Column>()).Concat(columns.Tracked);
        var open = new SelectQuery(read.Select(c => new Projection(c.Name, Make.Column("held", c))).ToEquatableArray())
        {
            From = context.TargetSource("held"), Where = Make.And(Make.Column("held", columns.IsCurrent), touched),
        };
        return new(
            "Compare each event with the open version of its key: no other statement reads attributes of the target, unless a key is a series. Micro-partitions of closed versions alone are left out.", Opened("opened"),
            Shown.Select(c => c.Name).Append(HistoryEvents.At.Name).Append(Begins.Name).ToEquatableArray(),
            new SelectQuery(
                Shown.Select(c => new Projection(c.Name, columns.Key.Contains(c) ? Make.Column("batch", c) : Known(c)))
                    .Append(new(HistoryEvents.At.Name, Make.Column("batch", columns.ValidFrom)))
                    .Append(new(Begins.Name, BeginsVersion()))
                    .ToEquatableArray())
            {
                From = context.BatchSource("batch"),
                Joins = [new(JoinKind.Left, new SubquerySource("known", open), columns.SameKey("known", "batch"))],
                Where = batch.IsLoaded("batch"),
            });
    }

    /// <summary>The keys with an event that isn't after all that is known of them, each once or more.</summary>
    /// <remarks>What an open version has seen last is after all that the closed ones of its key have: those are asked where there is none.</remarks>
    public Query LateKeys()
    {
        Expression IsNotAfter(string alias, Column known, string opened) =>
            Make.Compare(BinaryOperator.GreaterOrEqual, Make.Column(alias, known), BatchColumns.Of(opened, HistoryEvents.At));
        SelectQuery Keys(string alias) => new(columns.Key.Select(k => new Projection(k.Name, Make.Column(alias, k))).ToEquatableArray());

        var without = Keys("opened") with
        {
            Columns = [.. Keys("opened").Columns, new(HistoryEvents.At.Name, BatchColumns.Of("opened", HistoryEvents.At))],
            Distinct = true, From = Opened("opened"), Where = Make.IsNull(Known("opened", columns.SurrogateKey)),
        };
        return new SetQuery(
            SetOperator.Union,
            Keys("opened") with { From = Opened("opened"), Where = IsNotAfter("opened", columns.LastEventAt, "opened") },
            Keys("closed") with
            {
                From = new SubquerySource("closed", without),
                Joins = [new(JoinKind.Inner, context.TargetSource("known"), Make.And(
                    columns.SameKey("known", "closed"), Make.Not(Make.Column("known", columns.IsCurrent)),
                    Make.Or(IsNotAfter("known", columns.LastEventAt, "closed"), IsNotAfter("known", columns.ValidTo, "closed"))))],
            });
    }

    /// <summary>Tells series from the others, and leaves them to the time line.</summary>
    public IEnumerable<Statement> MarkSeries()
    {
        var repeated = new SelectQuery(columns.Key.Select(k => new Projection(k.Name, Make.Column("batch", k))).ToEquatableArray())
        {
            From = context.BatchSource("batch"),
            Where = batch.IsLoaded("batch"),
            GroupBy = columns.KeyOf("batch").ToEquatableArray(),
            Having = Make.Compare(BinaryOperator.GreaterThan, Make.Count(), Literal.Integer(1)),
        };
        var isSeries = new List<Expression> { BatchColumns.Of("marked", HistoryEvents.IsLateKey) };
        if (columns.DeleteFlag is { } flag) isSeries.Add(Make.Column("marked", flag));
        isSeries.Add(IsAmong(new SubquerySource("repeated", repeated), "marked"));
        yield return new UpdateStatement(
            "Mark the keys that are a series: several events, a late one, a delete.",
            context.BatchSource("marked"), [new(IsSeries.Name, Make.True)], null, Make.And(batch.IsLoaded("marked"), Make.Or(isSeries)))
        {
            CountInto = RowsInSeries.Name,
        };
        yield return new DeleteStatement(
            "What follows is told from the other keys.", Opened("opened"), null, IsAmong(context.BatchSource("series"), "opened", BatchColumns.Of("series", IsSeries)))
        {
            OnlyIf = HasSeries,
        };
    }

    /// <summary>Closes the versions that the events end.</summary>
    public UpdateStatement Close() => new(
        "Close what a newer version ended: rewrites the micro-partitions that hold these open versions, and no others.", context.TargetSource(),
        [
            new(columns.ValidTo.Name, BatchColumns.Of("ended", HistoryEvents.At)),
            new(columns.IsCurrent.Name, Make.False),
        ],
        Opened("ended"), Make.And(
            Make.Equal(Make.Column("target", columns.SurrogateKey), Known("ended", columns.SurrogateKey)), Make.Column("target", columns.IsCurrent), BatchColumns.Of("ended", Begins)))
    {
        CountInto = LoadVariables.RowsClosed.Name,
    };

    /// <summary>Gives open versions the values of events that open none: after those that do are inserted, so that it is known whether there are others.</summary>
    public UpdateStatement Overwrite()
    {
        var values = columns.Overwritten.Select(c => (Column: c, Value: columns.OfEvent("batch", c))).Prepend((columns.LastEventAt, Make.Column("batch", columns.ValidFrom))).ToList();
        var events = new SelectQuery(
            Shown.Where(c => c != columns.LastEventAt).Select(c => new Projection(c.Name, Known("opened", c))).Concat(values.Select(v => new Projection(v.Column.Name, v.Value))).ToEquatableArray())
        {
            From = Opened("opened"), Joins = [OfBatch], Where = Make.Not(BatchColumns.Of("opened", Begins)),
        };
        var assignments = values.Select(v => new Assignment(v.Column.Name, Make.Column("event", v.Column)));
        if (columns.IsInferred is { } inferred) assignments = assignments.Append(new(inferred.Name, Make.False));
        return new(
            "Overwrite in place what opens no version; a key without such an event stays untouched.", context.TargetSource(), assignments.ToEquatableArray(),
            new SubquerySource("event", events),
            Make.And(Make.Equal(Make.Column("target", columns.SurrogateKey), Make.Column("event", columns.SurrogateKey)), columns.SameKey("target", "event")))
        {
            CountInto = LoadVariables.RowsUpdated.Name,
            OnlyIf = Make.Compare(BinaryOperator.LessThan, Make.Add(LoadVariables.RowsInserted, RowsInSeries), LoadVariables.RowsLoaded),
        };
    }

    /// <summary>The events that open versions: what the columns of the new version are read from.</summary>
    public SelectQuery Opening(IEnumerable<Assignment> assignments) => new(assignments.Select(a => new Projection(a.Column, a.Value)).ToEquatableArray())
    {
        From = Opened("opened"), Joins = [OfBatch], Where = BatchColumns.Of("opened", Begins),
        OrderBy = columns.Key.Append(columns.ValidFrom).Select(c => new Ordering(Make.Column("batch", c))).ToEquatableArray(),
    };

    /// <summary>What the members are now.</summary>
    public SelectQuery Latest(IEnumerable<Column> values) => new(
        columns.Key.Select(k => new Projection(k.Name, Make.Column("batch", k))).Concat(values.Select(v => new Projection(v.Name, columns.OfEvent("batch", v)))).ToEquatableArray())
    {
        From = Opened("opened"), Joins = [OfBatch],
    };

    private IEnumerable<Column> Shown => new[] { columns.SurrogateKey }.Concat(columns.Key).Append(columns.LastEventAt);

    private Join OfBatch => new(JoinKind.Inner, context.BatchSource("batch"), Make.And(
        columns.SameKey("batch", "opened"), Make.Equal(Make.Column("batch", columns.ValidFrom), BatchColumns.Of("opened", HistoryEvents.At)), batch.IsLoaded("batch")));

    private ObjectSource Opened(string alias) => new(alias, name, IsBatch: true);

    // The real member takes the place that was held open for it.
    private Expression BeginsVersion()
    {
        var changed = Make.Or(columns.Tracked.Select(t => HistoryTimeline.HasChanged(t, columns.OfEvent("batch", t), Known(t))));
        return Make.Or(Make.IsNull(Known(columns.SurrogateKey)), columns.IsInferred is { } inferred ? Make.And(Make.Not(Known(inferred)), changed) : changed);
    }

    private ExistsExpression IsAmong(Source keys, string alias, params IEnumerable<Expression> conditions) => new(
        new SelectQuery([new(columns.Key[0].Name, Make.Column(keys.Alias, columns.Key[0]))]) { From = keys, Where = Make.And(conditions.Append(columns.SameKey(keys.Alias, alias))) },
        Negated: false);

    private static ColumnReference Known(Column column) => Known("known", column);

    private static ColumnReference Known(string alias, Column column) => Make.Column(alias, column) with { Nullable = true };
}
