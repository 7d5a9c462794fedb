namespace Pipeline.Catalog;

/// <summary>Loads a type 2 dimension: rebuilds the time line of the keys that the batch touches, and writes only what differs.</summary>
/// <remarks>
/// A key whose events come in order needs its current version alone. A key with a late event is rebuilt from all its events, which
/// staging keeps: so any order of arrival gives the same versions. A version keeps its surrogate key as long as it covers the instant
/// at which it began before.
/// </remarks>
internal sealed class HistoryLoad
{
    private const string Upsert = "UPSERT";
    private const string Delete = "DELETE";
    private const string Inferred = "INFERRED";

    private static readonly BatchColumn EventAt = new("EVENT_AT", SqlType.Timestamp);
    private static readonly BatchColumn Action = new("EVENT_ACTION", SqlType.Text);
    private static readonly BatchColumn Priority = new("EVENT_PRIORITY", SqlType.Int32);
    private static readonly BatchColumn PreviousAction = new("PREVIOUS_ACTION", SqlType.Text);
    private static readonly BatchColumn IsChanged = new("IS_CHANGED", SqlType.Boolean);
    private static readonly BatchColumn IsStart = new("IS_START", SqlType.Int32);
    private static readonly BatchColumn Version = new("VERSION_NUMBER", SqlType.Int64);

    private readonly LoadContext context;
    private readonly BatchSteps batch;
    private readonly HistoryColumns columns;
    private readonly QualifiedName timeline;
    private readonly bool hasEvents;

    public HistoryLoad(LoadContext context, BatchSteps batch)
    {
        this.context = context;
        this.batch = batch;
        columns = new(context, batch);
        timeline = new(context.Target.Name.Schema, context.Target.Name.Name + "_TIMELINE");
        hasEvents = context.Target is DimensionObject { History: History.Events } && context.DriverTable is not null && batch.Query.IsTraced && !batch.IsRanked;
    }

    public CreateBatchStatement CreateTimeline() => new(
        "The versions, from now on, of the keys that the batch touches.", timeline,
        TimelineColumns.Select(c => new BatchColumn(c.Name, c.Type)).ToEquatableArray());

    public IEnumerable<Statement> Lower()
    {
        yield return BuildTimeline();
        yield return new DeleteStatement(
            "A version that a late change made one with its neighbour, or took back.", context.TargetSource(), null,
            Make.And(
                // Told from the batch: of a member whose every event is a delete now, the time line has no version.
                new ExistsExpression(LateKeysOf("target"), Negated: false),
                new ExistsExpression(FromTimeline(Make.Equal(Make.Column("versions", columns.SurrogateKey), Make.Column("target", columns.SurrogateKey))), Negated: true)))
        {
            CountInto = LoadVariables.RowsDeleted.Name,
        };
        yield return Close();
        yield return Overwrite();
        yield return Open();
    }

    private IEnumerable<Column> TimelineColumns =>
        new[] { columns.SurrogateKey }.Concat(columns.Key).Append(columns.ValidFrom).Append(columns.ValidTo).Append(columns.LastEventAt).Concat(columns.Values);

    private InsertStatement BuildTimeline()
    {
        var history = hasEvents ? new BatchQueryBuilder(context, BatchReading.Table).Build() : null;
        var steps = new List<CommonTable>(history?.Steps ?? []);
        steps.Add(new("LATE_KEYS", LateKeys(history)) { Comment = "Keys with an event that is not after all that is known of them." });
        var branches = history is not null ? EventsFromStaging(history) : EventsFromVersions();
        steps.Add(new("EVENTS", branches.Aggregate((left, right) => new SetQuery(SetOperator.UnionAll, left, right))) { Comment = "What happened to each key, old and new." });
        steps.Add(new("SINGLE_EVENTS", SingleEvents()) { Comment = "One event per key and instant; what is new wins." });
        steps.Add(new("PRECEDED_EVENTS", PrecededEvents()) { Comment = "Each event beside the one before it." });
        steps.Add(new("MARKED_EVENTS", MarkedEvents()) { Comment = "An event opens a version where a tracked column really changed." });
        steps.Add(new("NUMBERED_EVENTS", NumberedEvents()));
        steps.Add(new("RUNS", Runs()) { Comment = "A version begins with its first event and has the values of its last." });
        steps.Add(new("VERSIONS", Versions()) { Comment = "It ends, excluded, where the next one or a delete begins." });
        return new(
            "Build the time line of the touched keys.", new ObjectSource("timeline", timeline, IsBatch: true),
            TimelineColumns.Select(c => c.Name).ToEquatableArray(), KeyedVersions() with { With = steps.ToEquatableArray() });
    }

    private SelectQuery LateKeys() => new(columns.Key.Select(k => new Projection(k.Name, Make.Column("batch", k))).ToEquatableArray())
    {
        Distinct = true,
        From = context.BatchSource("batch"),
        Joins = [new(JoinKind.Inner, context.TargetSource("known"), Make.And(
            columns.SameKey("known", "batch"),
            Make.Or(
                Make.Compare(BinaryOperator.GreaterOrEqual, Make.Column("known", columns.LastEventAt), Make.Column("batch", columns.ValidFrom)),
                Make.Compare(BinaryOperator.GreaterOrEqual, Make.Column("known", columns.ValidTo), Make.Column("batch", columns.ValidFrom)))))],
        Where = batch.HasDeletes ? Make.And(batch.IsLoaded("batch"), Make.Not(batch.IsDelete("batch"))) : batch.IsLoaded("batch"),
    };

    // A delete of a member that wasn't there, or was closed already, leaves no trace in the dimension: staging knows it.
    private Query LateKeys(BatchQuery? history) => history is not null && columns.DeleteFlag is { } flag
        ? new SetQuery(SetOperator.Union, LateKeys(), KeysBeforeDelete(history, flag))
        : LateKeys();

    private SelectQuery KeysBeforeDelete(BatchQuery history, Column flag)
    {
        var alias = BatchQuery.Alias;
        return new(columns.Key.Select(k => new Projection(k.Name, Make.Column("batch", k))).ToEquatableArray())
        {
            From = context.BatchSource("batch"),
            Joins = [new(JoinKind.Inner, new CommonTableSource(alias, history.Rows), Make.And(
                columns.SameKey(alias, "batch"),
                Make.Compare(BinaryOperator.GreaterOrEqual, Make.Column(alias, columns.ValidFrom), Make.Column("batch", columns.ValidFrom))))],
            Where = Make.And(batch.IsLoaded("batch"), Make.Not(Make.Column("batch", flag)), Make.Column(alias, flag)),
        };
    }

    private SelectQuery LateKeysOf(string alias)
    {
        var late = LateKeys();
        return late with { Distinct = false, Where = Make.And(late.Where!, columns.SameKey("batch", alias)) };
    }

    // Staging keeps every event: a late key is rebuilt from there.
    private IEnumerable<Query> EventsFromStaging(BatchQuery history)
    {
        yield return BatchEvents(Not(IsLate("batch")));
        yield return VersionEvents(Make.And(Make.Column("known", columns.IsCurrent), IsTouched("known"), Not(IsLate("known"))));

        var alias = BatchQuery.Alias;
        var isSound = history.Checks.Select(c => Not(Make.Coalesce(c.Condition, Make.False)));
        yield return Event(alias, new CommonTableSource(alias, history.Rows), Make.Column(alias, columns.ValidFrom), Make.Column(alias, columns.ValidFrom), FlagAction(alias), 1,
            Make.And(isSound.Prepend(IsLate(alias)))) with
        {
            Qualify = Make.Equal(
                Make.RowNumber(
                    columns.Key.Append(columns.ValidFrom).Select(c => (Expression)Make.Column(alias, c)),
                    context.Target.With(ColumnRoles.Sequence).Where(c => batch.Columns.Contains(c)).Select(c => new Ordering(Make.Column(alias, c), true))
                        .Concat(history.TieBreak.Select(t => new Ordering(BatchColumns.Of(alias, t), true)))),
                Literal.Integer(1)),
        };

        // A member that facts knew first keeps its beginning before all time.
        yield return Event("known", context.TargetSource("known"), Make.Column("known", columns.ValidFrom), Make.Column("known", columns.LastEventAt), Literal.Text(Inferred), 0,
            Make.And(Make.Equal(Make.Column("known", columns.ValidFrom), Members.BeginningOfTime), IsLate("known")));
    }

    // Only the versions themselves are known: a late change splits the one that it falls into.
    private IEnumerable<Query> EventsFromVersions()
    {
        yield return BatchEvents(null);
        yield return VersionEvents(Make.And(IsTouched("known"), Make.Or(Make.Column("known", columns.IsCurrent), IsLate("known"))));

        var next = new SelectQuery([new(columns.SurrogateKey.Name, Make.Column("next", columns.SurrogateKey))])
        {
            From = context.TargetSource("next"),
            Where = Make.And(columns.SameKey("next", "known"), Make.Equal(Make.Column("next", columns.ValidFrom), Make.Column("known", columns.ValidTo))),
        };
        yield return Event("known", context.TargetSource("known"), Make.Column("known", columns.ValidTo), Make.Column("known", columns.ValidTo), Literal.Text(Delete), 0,
            Make.And(Make.IsNotNull(Make.Column("known", columns.ValidTo)), IsLate("known"), new ExistsExpression(next, Negated: true)));
    }

    private SelectQuery BatchEvents(Expression? condition)
    {
        Expression at = Make.Column("batch", columns.ValidFrom);
        var action = FlagAction("batch");
        if (batch.HasDeletes)
        {
            // A delete carries no time of its own: it happened when this run saw it, and after all that was known.
            var last = Make.Column("known", columns.LastEventAt) with { Nullable = true };
            var seen = Make.Case(
                [new(Make.Compare(BinaryOperator.GreaterOrEqual, last, LoadVariables.ScheduledAt), Make.Call("AddSeconds", SqlType.Timestamp, last, Literal.Integer(1)))],
                LoadVariables.ScheduledAt, SqlType.Timestamp);
            at = Make.Case([new(batch.IsDelete("batch"), seen)], at, SqlType.Timestamp);
            action = Make.Case([new(batch.IsDelete("batch"), Literal.Text(Delete))], action, SqlType.Text);
        }

        var events = Event("batch", context.BatchSource("batch"), at, at, action, 1, condition is null ? batch.IsLoaded("batch") : Make.And(batch.IsLoaded("batch"), condition));
        return batch.HasDeletes
            ? events with { Joins = [new(JoinKind.Left, context.TargetSource("known"), Make.And(columns.SameKey("known", "batch"), Make.Column("known", columns.IsCurrent)))] }
            : events;
    }

    private SelectQuery VersionEvents(Expression condition)
    {
        Expression action = columns.IsInferred is { } inferred
            ? Make.Case([new(Make.Column("known", inferred), Literal.Text(Inferred))], Literal.Text(Upsert), SqlType.Text)
            : Literal.Text(Upsert);
        return Event("known", context.TargetSource("known"), Make.Column("known", columns.ValidFrom), Make.Column("known", columns.LastEventAt), action, 0, condition);
    }

    private Expression FlagAction(string alias) => columns.DeleteFlag is { } flag
        ? Make.Case([new(Make.Column(alias, flag), Literal.Text(Delete))], Literal.Text(Upsert), SqlType.Text)
        : Literal.Text(Upsert);

    private SelectQuery Event(string alias, Source from, Expression at, Expression lastAt, Expression action, int priority, Expression where) => new(
        columns.Key.Select(k => new Projection(k.Name, Make.Column(alias, k)))
            .Append(new(EventAt.Name, at))
            .Append(new(columns.LastEventAt.Name, lastAt))
            .Append(new(Action.Name, action))
            .Append(new(Priority.Name, Literal.Integer(priority)))
            .Concat(columns.Values.Select(v => new Projection(v.Name, Make.Column(alias, v))))
            .ToEquatableArray())
    {
        From = from,
        Where = where,
    };

    private SelectQuery SingleEvents() => Pass("events", "EVENTS", Action) with
    {
        Qualify = Make.Equal(
            Make.RowNumber(KeyOf("events").Append(BatchColumns.Of("events", EventAt)), [new(BatchColumns.Of("events", Priority), true)]), Literal.Integer(1)),
    };

    private SelectQuery PrecededEvents() => Pass(
        "single", "SINGLE_EVENTS", Action,
        new(PreviousAction.Name, Previous("single", BatchColumns.Of("single", Action))),
        new(IsChanged.Name, Make.Or(columns.Tracked.Select(t => Make.Distinct(Make.Column("single", t), Previous("single", Make.Column("single", t)))))));

    private SelectQuery MarkedEvents()
    {
        var (action, previous) = (BatchColumns.Of("preceded", Action), BatchColumns.Of("preceded", PreviousAction));
        Expression Is(Expression value, string text) => Make.Equal(value, Literal.Text(text));
        var start = Make.Case(
        [
            new(Make.IsNull(previous), Literal.Integer(1)),
            // The real member takes the place that was held open for it.
            new(Make.And(Is(previous, Inferred), Is(action, Upsert)), Literal.Integer(0)),
            new(Make.And(Is(previous, Delete), Is(action, Delete)), Literal.Integer(0)),
            new(Make.Or(Is(previous, Delete), Is(action, Delete), BatchColumns.Of("preceded", IsChanged)), Literal.Integer(1)),
        ], Literal.Integer(0), SqlType.Int32);
        return Pass("preceded", "PRECEDED_EVENTS", Action, new Projection(IsStart.Name, start));
    }

    private SelectQuery NumberedEvents() => Pass("marked", "MARKED_EVENTS", Action, new Projection(
        Version.Name,
        new WindowCall("Sum", [BatchColumns.Of("marked", IsStart)], KeyOf("marked").ToEquatableArray(), [new(BatchColumns.Of("marked", EventAt))], SqlType.Int64, Nullable: false)
        {
            Frame = WindowFrame.UpToCurrentRow,
        }));

    private SelectQuery Runs()
    {
        var run = KeyOf("numbered").Append(BatchColumns.Of("numbered", Version)).ToEquatableArray();
        var begins = new WindowCall("Min", [BatchColumns.Of("numbered", EventAt)], run, [], SqlType.Timestamp, Nullable: false) { Frame = WindowFrame.WholePartition };
        return new SelectQuery(
            columns.Key.Select(k => new Projection(k.Name, Make.Column("numbered", k)))
                .Append(new(columns.ValidFrom.Name, begins))
                .Append(new(columns.LastEventAt.Name, Make.Column("numbered", columns.LastEventAt)))
                .Append(new(Action.Name, BatchColumns.Of("numbered", Action)))
                .Concat(columns.Values.Select(v => new Projection(v.Name, Make.Column("numbered", v))))
                .ToEquatableArray())
        {
            From = new CommonTableSource("numbered", "NUMBERED_EVENTS"),
            Qualify = Make.Equal(Make.RowNumber(run, [new(BatchColumns.Of("numbered", EventAt), true)]), Literal.Integer(1)),
        };
    }

    private SelectQuery Versions() => new(
        columns.Key.Select(k => new Projection(k.Name, Make.Column("runs", k)))
            .Append(new(columns.ValidFrom.Name, Make.Column("runs", columns.ValidFrom)))
            .Append(new(columns.ValidTo.Name, new WindowCall(
                "Lead", [Make.Column("runs", columns.ValidFrom)], KeyOf("runs").ToEquatableArray(), [new(Make.Column("runs", columns.ValidFrom))], SqlType.Timestamp, Nullable: true)))
            .Append(new(columns.LastEventAt.Name, Make.Column("runs", columns.LastEventAt)))
            .Append(new(Action.Name, BatchColumns.Of("runs", Action)))
            .Concat(columns.Values.Select(v => new Projection(v.Name, Make.Column("runs", v))))
            .ToEquatableArray())
    {
        From = new CommonTableSource("runs", "RUNS"),
    };

    // A version is known by the instants that it covers; of several known ones the first gives its surrogate key.
    private SelectQuery KeyedVersions()
    {
        var (from, to) = (Make.Column("versions", columns.ValidFrom), Make.Column("versions", columns.ValidTo) with { Nullable = true });
        var knownFrom = Make.Column("known", columns.ValidFrom);
        return new SelectQuery(
            TimelineColumns.Select(c => new Projection(c.Name, Make.Column(c == columns.SurrogateKey ? "known" : "versions", c)))
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
            Where = Make.Compare(BinaryOperator.NotEqual, BatchColumns.Of("versions", Action), Literal.Text(Delete)),
            Qualify = Make.Equal(Make.RowNumber(KeyOf("versions").Append(from), [new(knownFrom)]), Literal.Integer(1)),
        };
    }

    private UpdateStatement Close() => new(
        "Close what is over: a newer version or a delete ended it.", context.TargetSource(),
        [
            new(columns.ValidTo.Name, Make.Column("versions", columns.ValidTo)),
            new(columns.IsCurrent.Name, Make.False),
        ],
        new ObjectSource("versions", timeline, IsBatch: true),
        Make.And(SameVersion(), Make.Column("target", columns.IsCurrent), Make.IsNotNull(Make.Column("versions", columns.ValidTo))))
    {
        CountInto = LoadVariables.RowsClosed.Name,
    };

    private UpdateStatement Overwrite()
    {
        var copied = new[] { columns.ValidFrom, columns.ValidTo, columns.LastEventAt }.Concat(columns.Values).ToList();
        var assignments = copied.Select(c => new Assignment(c.Name, Make.Column("versions", c)))
            .Append(new(columns.IsCurrent.Name, Make.IsNull(Make.Column("versions", columns.ValidTo)))).ToList();
        var differs = copied.Select(c => Make.Distinct(Make.Column("target", c), Make.Column("versions", c))).ToList();
        if (columns.IsInferred is { } inferred)
        {
            assignments.Add(new(inferred.Name, Make.False));
            differs.Add(Make.Column("target", inferred));
        }

        return new(
            "Overwrite in place what opens no version; what is the same stays untouched.", context.TargetSource(), assignments.ToEquatableArray(),
            new ObjectSource("versions", timeline, IsBatch: true), Make.And(SameVersion(), Make.Or(differs)))
        {
            CountInto = LoadVariables.RowsUpdated.Name,
        };
    }

    private InsertStatement Open()
    {
        var generated = KeyedLoad.Generated(context.Target, [.. columns.Key, columns.ValidFrom, .. columns.Values]);
        var assignments = columns.Key.Append(columns.ValidFrom).Append(columns.ValidTo).Append(columns.LastEventAt).Concat(columns.Values)
            .Select(c => new Assignment(c.Name, Make.Column("versions", c)))
            .Append(new(columns.IsCurrent.Name, Make.IsNull(Make.Column("versions", columns.ValidTo))))
            .Concat(generated).ToList();
        return new(
            "Open the new versions.", context.TargetSource(), assignments.Select(a => a.Column).ToEquatableArray(),
            new SelectQuery(assignments.Select(a => new Projection(a.Column, a.Value)).ToEquatableArray())
            {
                From = new ObjectSource("versions", timeline, IsBatch: true),
                Where = Make.IsNull(Make.Column("versions", columns.SurrogateKey)),
                OrderBy = columns.Key.Append(columns.ValidFrom).Select(c => new Ordering(Make.Column("versions", c))).ToEquatableArray(),
            })
        {
            CountInto = LoadVariables.RowsInserted.Name,
        };
    }

    private Expression SameVersion() => Make.Equal(Make.Column("target", columns.SurrogateKey), Make.Column("versions", columns.SurrogateKey));

    private SelectQuery FromTimeline(Expression where) => new([new(columns.ValidFrom.Name, Make.Column("versions", columns.ValidFrom))])
    {
        From = new ObjectSource("versions", timeline, IsBatch: true),
        Where = where,
    };

    private Expression IsLate(string alias) => new ExistsExpression(
        new SelectQuery([new(columns.Key[0].Name, Make.Column("late", columns.Key[0]))])
        {
            From = new CommonTableSource("late", "LATE_KEYS"),
            Where = columns.SameKey("late", alias),
        },
        Negated: false);

    private Expression IsTouched(string alias) => new ExistsExpression(
        new SelectQuery([new(columns.Key[0].Name, Make.Column("touched", columns.Key[0]))])
        {
            From = context.BatchSource("touched"),
            Where = Make.And(batch.IsLoaded("touched"), columns.SameKey("touched", alias)),
        },
        Negated: false);

    private static Expression Not(Expression condition) => condition is ExistsExpression exists ? exists with { Negated = !exists.Negated } : Make.Not(condition);

    private IEnumerable<Expression> KeyOf(string alias) => columns.Key.Select(k => (Expression)Make.Column(alias, k));

    private WindowCall Previous(string alias, Expression value) => new(
        "Lag", [value], KeyOf(alias).ToEquatableArray(), [new(BatchColumns.Of(alias, EventAt))], value.Type, Nullable: true);

    private SelectQuery Pass(string alias, string step, BatchColumn action, params Projection[] added)
    {
        var passed = columns.Key.Select(k => new Projection(k.Name, Make.Column(alias, k)))
            .Append(new(EventAt.Name, BatchColumns.Of(alias, EventAt)))
            .Append(new(columns.LastEventAt.Name, Make.Column(alias, columns.LastEventAt)))
            .Append(new(action.Name, BatchColumns.Of(alias, action)))
            .Concat(columns.Values.Select(v => new Projection(v.Name, Make.Column(alias, v))));
        return new(passed.Concat(added).ToEquatableArray()) { From = new CommonTableSource(alias, step) };
    }
}
