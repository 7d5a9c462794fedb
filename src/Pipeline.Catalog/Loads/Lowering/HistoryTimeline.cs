namespace Pipeline.Catalog;

/// <summary>Makes versions of events: the steps of the query that fills the time line.</summary>
internal sealed class HistoryTimeline(LoadContext context, HistoryColumns columns, HistoryEvents events)
{
    private static readonly BatchColumn PreviousAction = new("PREVIOUS_ACTION", SqlType.Text);
    private static readonly BatchColumn IsChanged = new("IS_CHANGED", SqlType.Boolean);
    private static readonly BatchColumn IsStart = new("IS_START", SqlType.Int32);
    private static readonly BatchColumn Version = new("VERSION_NUMBER", SqlType.Int64);

    /// <summary>The columns of the time line.</summary>
    public IEnumerable<Column> Columns =>
        new[] { columns.SurrogateKey }.Concat(columns.Key).Append(columns.ValidFrom).Append(columns.ValidTo).Append(columns.LastEventAt).Concat(columns.Values);

    /// <summary>The versions of the touched keys, each with the surrogate key that it has already.</summary>
    public SelectQuery Query()
    {
        var steps = events.Steps().ToList();
        steps.Add(new("SINGLE_EVENTS", SingleEvents()) { Comment = "One event per key and instant; what is new wins." });
        steps.AddRange(new CarriedValues(columns, this).Steps("SINGLE_EVENTS", out var carried));
        steps.Add(new("PRECEDED_EVENTS", PrecededEvents(carried)) { Comment = "Each event beside the one before it." });
        steps.Add(new("MARKED_EVENTS", MarkedEvents()) { Comment = "An event opens a version where a tracked column really changed." });
        steps.Add(new("NUMBERED_EVENTS", NumberedEvents()));
        steps.Add(new("RUNS", Runs()) { Comment = "A version begins with its first event and has the values of its last." });
        steps.Add(new("VERSIONS", Versions()) { Comment = "It ends, excluded, where the next one or a delete begins." });
        return KeyedVersions() with { With = steps.ToEquatableArray() };
    }

    /// <summary>The events of a step with all that they have, some values replaced and columns added.</summary>
    public SelectQuery Pass(string alias, string step, Func<Column, Expression?> replaced, params IEnumerable<Projection> added)
    {
        var passed = columns.Key.Select(k => new Projection(k.Name, Make.Column(alias, k)))
            .Append(new(HistoryEvents.At.Name, BatchColumns.Of(alias, HistoryEvents.At)))
            .Append(new(columns.LastEventAt.Name, Make.Column(alias, columns.LastEventAt)))
            .Append(new(HistoryEvents.Action.Name, BatchColumns.Of(alias, HistoryEvents.Action)))
            .Concat(columns.Values.Select(v => new Projection(v.Name, replaced(v) ?? Make.Column(alias, v))));
        return new(passed.Concat(added).ToEquatableArray()) { From = new CommonTableSource(alias, step) };
    }

    private static Expression? Unchanged(Column value) => null;

    private SelectQuery SingleEvents() => Pass("events", "EVENTS", Unchanged) with
    {
        Qualify = Make.Equal(
            Make.RowNumber(
                columns.KeyOf("events").Append(BatchColumns.Of("events", HistoryEvents.At)), [new(BatchColumns.Of("events", HistoryEvents.Priority), true)]),
            Literal.Integer(1)),
    };

    private SelectQuery PrecededEvents(string step)
    {
        var alias = CarriedValues.AliasOf(step);
        return Pass(
            alias, step, Unchanged,
            new Projection(PreviousAction.Name, Previous(alias, BatchColumns.Of(alias, HistoryEvents.Action))),
            new Projection(IsChanged.Name, Make.Or(columns.Tracked.Select(t => HasChanged(t, Make.Column(alias, t), Previous(alias, Make.Column(alias, t)))))));
    }

    private static Expression HasChanged(Column tracked, Expression value, Expression previous) => tracked.FillsVersion
        ? Make.And(Make.IsNotNull(previous), Make.Distinct(value, previous))
        : Make.Distinct(value, previous);

    private SelectQuery MarkedEvents()
    {
        var (action, previous) = (BatchColumns.Of("preceded", HistoryEvents.Action), BatchColumns.Of("preceded", PreviousAction));
        Expression Is(Expression value, string text) => Make.Equal(value, Literal.Text(text));
        var start = Make.Case(
        [
            new(Make.IsNull(previous), Literal.Integer(1)),
            // The real member takes the place that was held open for it.
            new(Make.And(Is(previous, HistoryEvents.Inferred), Is(action, HistoryEvents.Upsert)), Literal.Integer(0)),
            new(Make.And(Is(previous, HistoryEvents.Delete), Is(action, HistoryEvents.Delete)), Literal.Integer(0)),
            new(Make.Or(Is(previous, HistoryEvents.Delete), Is(action, HistoryEvents.Delete), BatchColumns.Of("preceded", IsChanged)), Literal.Integer(1)),
        ], Literal.Integer(0), SqlType.Int32);
        return Pass("preceded", "PRECEDED_EVENTS", Unchanged, new Projection(IsStart.Name, start));
    }

    private SelectQuery NumberedEvents() => Pass("marked", "MARKED_EVENTS", Unchanged, new Projection(
        Version.Name,
        new WindowCall("Sum", [BatchColumns.Of("marked", IsStart)], columns.KeyOf("marked").ToEquatableArray(), [new(BatchColumns.Of("marked", HistoryEvents.At))], SqlType.Int64, Nullable: false)
        {
            Frame = WindowFrame.UpToCurrentRow,
        }));

    private SelectQuery Runs()
    {
        var run = columns.KeyOf("numbered").Append(BatchColumns.Of("numbered", Version)).ToEquatableArray();
        var at = BatchColumns.Of("numbered", HistoryEvents.At);
        var begins = new WindowCall("Min", [at], run, [], SqlType.Timestamp, Nullable: false) { Frame = WindowFrame.WholePartition };
        return new SelectQuery(
            columns.Key.Select(k => new Projection(k.Name, Make.Column("numbered", k)))
                .Append(new(columns.ValidFrom.Name, begins))
                .Append(new(columns.LastEventAt.Name, Make.Column("numbered", columns.LastEventAt)))
                .Append(new(HistoryEvents.Action.Name, BatchColumns.Of("numbered", HistoryEvents.Action)))
                .Concat(columns.Values.Select(v => new Projection(v.Name, Make.Column("numbered", v))))
                .ToEquatableArray())
        {
            From = new CommonTableSource("numbered", "NUMBERED_EVENTS"),
            Qualify = Make.Equal(Make.RowNumber(run, [new(at, true)]), Literal.Integer(1)),
        };
    }

    private SelectQuery Versions()
    {
        var from = Make.Column("runs", columns.ValidFrom);
        return new(
            columns.Key.Select(k => new Projection(k.Name, Make.Column("runs", k)))
                .Append(new(columns.ValidFrom.Name, from))
                .Append(new(columns.ValidTo.Name, new WindowCall("Lead", [from], columns.KeyOf("runs").ToEquatableArray(), [new(from)], SqlType.Timestamp, Nullable: true)))
                .Append(new(columns.LastEventAt.Name, Make.Column("runs", columns.LastEventAt)))
                .Append(new(HistoryEvents.Action.Name, BatchColumns.Of("runs", HistoryEvents.Action)))
                .Concat(columns.Values.Select(v => new Projection(v.Name, Make.Column("runs", v))))
                .ToEquatableArray())
        {
            From = new CommonTableSource("runs", "RUNS"),
        };
    }

    // A version is known by the instants that it covers; of several known ones the first gives its surrogate key.
    private SelectQuery KeyedVersions()
    {
        var (from, to) = (Make.Column("versions", columns.ValidFrom), Make.Column("versions", columns.ValidTo) with { Nullable = true });
        var knownFrom = Make.Column("known", columns.ValidFrom);
        return new SelectQuery(
            Columns.Select(c => new Projection(c.Name, Make.Column(c == columns.SurrogateKey ? "known" : "versions", c)))
                .ToEquatableArray())
        {
            From = new CommonTableSource("versions", "VERSIONS"),
            Joins =
            [
                new(JoinKind.Left, context.TargetSource("known"), Make.And(
                    columns.SameKey("known", "versions"),
                    Make.Compare(BinaryOperator.GreaterOrEqual, knownFrom, from),
                    Members.IsBefore(knownFrom, to))),
            ],
            Where = Make.Compare(BinaryOperator.NotEqual, BatchColumns.Of("versions", HistoryEvents.Action), Literal.Text(HistoryEvents.Delete)),
            Qualify = Make.Equal(Make.RowNumber(columns.KeyOf("versions").Append(from), [new(knownFrom)]), Literal.Integer(1)),
        };
    }

    private WindowCall Previous(string alias, Expression value) => new(
        "Lag", [value], columns.KeyOf(alias).ToEquatableArray(), [new(BatchColumns.Of(alias, HistoryEvents.At))], value.Type, Nullable: true);
}
