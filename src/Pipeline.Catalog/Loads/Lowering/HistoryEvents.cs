namespace Pipeline.Catalog;

/// <summary>What happened to the keys that a batch touches: its own events, and of what was known before just what is needed beside them.</summary>
/// <remarks>
/// A key whose events come in order needs its open version alone. A key with a late event is rebuilt from all its events, which staging keeps.
/// </remarks>
internal sealed class HistoryEvents(LoadContext context, BatchSteps batch, HistoryColumns columns, HistorySuccession succession)
{
    public const string Upsert = "UPSERT";
    public const string Delete = "DELETE";
    public const string Inferred = "INFERRED";

    /// <summary>The last of the steps.</summary>
    public const string SingleEvents = "SINGLE_EVENTS";

    private const string ClosedKeysStep = "CLOSED_KEYS";

    public static readonly BatchColumn At = new("EVENT_AT", SqlType.Timestamp);
    public static readonly BatchColumn Action = new("EVENT_ACTION", SqlType.Text);
    public static readonly BatchColumn Priority = new("EVENT_PRIORITY", SqlType.Int32);

    /// <summary>Of an event that is a version of the dimension, the version's surrogate key; null where the key is rebuilt.</summary>
    public static readonly BatchColumn KnownKey = new("EVENT_KNOWN_KEY", SqlType.Int64);

    /// <summary>In the batch: whether the row's key has an event that isn't after all that is known of it. Null where it has none.</summary>
    public static readonly BatchColumn IsLateKey = new("BATCH_IS_LATE", SqlType.Boolean);

    // A value that looks back needs the last version of a member that comes back.
    private readonly bool looksBack = columns.Values.Any(v => v.Carries is { Which: not Carry.Current } || v.Partial is not null);

    /// <summary>Whether staging keeps every event, so that a key can be rebuilt from there.</summary>
    public bool HasEvents { get; } =
        context.Target is DimensionObject { History: History.Events } && context.DriverTable is not null && batch.Query.IsTraced && !batch.IsRanked;

    /// <summary>Whether a key whose one event comes in order needs nothing but its open version, and series alone a time line.</summary>
    public bool AreSeriesAlone => HasEvents && !looksBack;

    /// <summary>The steps up to one event per key and instant.</summary>
    /// <remarks>Events that come after all that is known differ in their instants, so that only rebuilt keys and deletes need to be asked.</remarks>
    /// <param name="pass">The events of a step, under an alias, with all that they have.</param>
    public IEnumerable<CommonTable> Steps(Func<string, string, SelectQuery> pass)
    {
        var history = OfStaging();
        foreach (var step in history?.Steps ?? []) yield return step;
        if (batch.HasDeletes) yield return new(ClosedKeysStep, ClosedKeys()) { Comment = "Members that are gone, and since when." };

        var late = history is not null ? LateFromStaging(history) : LateFromVersions();
        if (batch.HasDeletes)
        {
            yield return new("EVENTS", Union(InTime().Concat(late))) { Comment = "What happened to each key, old and new." };
            yield return new(SingleEvents, Single(pass("events", "EVENTS"), "events")) { Comment = "One event per key and instant; what is new wins." };
            yield break;
        }

        yield return new("LATE_EVENTS", Union(late)) { Comment = "Of a key with a late event, all that ever happened to it." };
        yield return new(SingleEvents, Union(InTime().Select(OfSteps).Append(Single(pass("late", "LATE_EVENTS"), "late"))))
        {
            Comment = "What happened to each key, old and new: one event per instant, and what is new wins.",
        };
    }

    /// <summary>Marks the rows whose key has a late event, so that all that follows is told from the batch.</summary>
    public UpdateStatement MarkLate()
    {
        var late = new SelectQuery([new(columns.Key[0].Name, Make.Column("late", columns.Key[0]))])
        {
            From = new SubquerySource("late", LateKeys(columns.DeleteFlag is null ? null : OfStaging())), Where = columns.SameKey("late", "marked"),
        };
        return new(
            AreSeriesAlone
                ? "Mark the keys with an event that is not after all that is known of them. Of the target, closed versions are read, and of those the key and the times alone."
                : "Mark the keys with an event that is not after all that is known of them. Reads the key and the times of the target alone.",
            context.BatchSource("marked"), [new(IsLateKey.Name, Make.True)], null, Exists(late));
    }

    private BatchQuery? OfStaging() => HasEvents ? new BatchQueryBuilder(context, BatchReading.Table).Build() : null;

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
    private Query LateKeys(BatchQuery? history)
    {
        var known = AreSeriesAlone ? succession.LateKeys() : LateKeys();
        return history is not null && columns.DeleteFlag is { } flag
            ? new SelectQuery(columns.Key.Select(k => new Projection(k.Name, Make.Column("known_late", k))).ToEquatableArray())
            {
                With = history.Steps,
                From = new SubquerySource("known_late", new SetQuery(SetOperator.Union, known, KeysBeforeDelete(history, flag))),
            }
            : known;
    }

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

    // What is there now began not before what was there ended.
    private SelectQuery ClosedKeys() => new(
        columns.Key.Select(k => new Projection(k.Name, Make.Column("known", k)))
            .Append(new(columns.ValidTo.Name, new AggregateCall("Max", [Make.Column("known", columns.ValidTo)], SqlType.Timestamp, Nullable: true)))
            .ToEquatableArray())
    {
        From = context.TargetSource("known"),
        Where = IsTouched("known"),
        GroupBy = columns.KeyOf("known").ToEquatableArray(),
        Having = Make.Equal(Make.CountIf(Make.Column("known", columns.IsCurrent)), Literal.Integer(0)),
    };

    // A key whose events come in order: beside them its open version is needed, or the last one of a member that comes back.
    private IEnumerable<SelectQuery> InTime()
    {
        var inTime = Make.IsNull(BatchColumns.Of("batch", IsLateKey));
        yield return OfBatch(AreSeriesAlone ? Make.And(BatchColumns.Of("batch", HistorySuccession.IsSeries), inTime) : inTime);
        yield return OfVersions(Make.And(Make.Column("known", columns.IsCurrent), IsTouched("known"), Not(IsLate("known"))), isRebuilt: false);
        if (looksBack)
        {
            var isLast = Make.And(Make.IsNotNull(Make.Column("known", columns.ValidTo)), IsTouched("known"), Not(IsLate("known")), Not(Exists(VersionsAfter())));
            yield return OfVersions(isLast, isRebuilt: false);
            yield return OfDeletes(isLast);
        }
    }

    private IEnumerable<SelectQuery> LateFromStaging(BatchQuery history)
    {
        var alias = BatchQuery.Alias;
        // A key that is late was loaded, so of the key alone there is nothing to ask.
        var isSound = history.Checks.Where(c => !c.OfTheKey).Select(c => Not(Make.Coalesce(c.Condition, Make.False)));
        yield return Event(
            alias, new CommonTableSource(alias, history.Rows), Make.Column(alias, columns.ValidFrom), Make.Column(alias, columns.ValidFrom), FlagAction(alias), 1,
            Make.And(isSound.Prepend(IsLate(alias))), v => columns.OfEvent(alias, v)) with
        {
            Qualify = Make.Equal(
                Make.RowNumber(
                    columns.Key.Append(columns.ValidFrom).Select(c => (Expression)Make.Column(alias, c)),
                    SequenceOrder.NewestFirst(context.Target, alias, batch.Columns.Contains)
                        .Concat(history.TieBreak.Select(t => new Ordering(BatchColumns.Of(alias, t), true)))),
                Literal.Integer(1)),
        };

        // A member that facts knew first keeps its beginning before all time.
        yield return Event("known", context.TargetSource("known"), Make.Column("known", columns.ValidFrom), Make.Column("known", columns.LastEventAt), Literal.Text(Inferred), 0,
            Make.And(Make.Equal(Make.Column("known", columns.ValidFrom), Members.BeginningOfTime), IsLate("known")), OfKnown);
    }

    // Only the versions themselves are known: a late change splits the one that it falls into.
    private IEnumerable<SelectQuery> LateFromVersions()
    {
        yield return OfBatch(BatchColumns.Of("batch", IsLateKey));
        yield return OfVersions(IsLate("known"), isRebuilt: true);

        var next = VersionsAfter();
        next = next with { Where = Make.And(columns.SameKey("next", "known"), Make.Equal(Make.Column("next", columns.ValidFrom), Make.Column("known", columns.ValidTo))) };
        yield return OfDeletes(Make.And(Make.IsNotNull(Make.Column("known", columns.ValidTo)), IsLate("known"), Not(Exists(next))));
    }

    private SelectQuery VersionsAfter() => new([new(columns.SurrogateKey.Name, Make.Column("next", columns.SurrogateKey))])
    {
        From = context.TargetSource("next"),
        Where = Make.And(columns.SameKey("next", "known"), Make.Compare(BinaryOperator.GreaterThan, Make.Column("next", columns.ValidFrom), Make.Column("known", columns.ValidFrom))),
    };

    private SelectQuery OfBatch(Expression condition)
    {
        var where = Make.And(batch.IsLoaded("batch"), condition);
        Expression at = Make.Column("batch", columns.ValidFrom);
        if (!batch.HasDeletes) return Event("batch", context.BatchSource("batch"), at, at, FlagAction("batch"), 1, where, v => columns.OfEvent("batch", v));

        // A delete carries no time of its own: it happened when this run saw it, and after all that was known.
        var last = Make.Column("known", columns.LastEventAt) with { Nullable = true };
        var seen = Make.Case(
            [new(Make.Compare(BinaryOperator.GreaterOrEqual, last, LoadVariables.ScheduledAt), Make.Call("AddSeconds", SqlType.Timestamp, last, Literal.Integer(1)))],
            LoadVariables.ScheduledAt, SqlType.Timestamp);
        // A member that is back was gone till then, however old its row is.
        var gone = Make.Column("closed", columns.ValidTo) with { Nullable = true };
        at = Make.Case(
            [new(batch.IsDelete("batch"), seen), new(Make.Compare(BinaryOperator.GreaterThan, gone, at), gone)], at, SqlType.Timestamp);
        var action = columns.MarkFlag is not null ? FlagAction("batch") : Make.Case([new(batch.IsDelete("batch"), Literal.Text(Delete))], FlagAction("batch"), SqlType.Text);
        return Event("batch", context.BatchSource("batch"), at, at, action, 1, where, v => v == columns.MarkFlag
            ? Make.Case([new(batch.IsDelete("batch"), Make.True)], columns.OfEvent("batch", v), SqlType.Boolean)
            : columns.OfEvent("batch", v)) with
        {
            Joins =
            [
                new(JoinKind.Left, context.TargetSource("known"), Make.And(columns.SameKey("known", "batch"), Make.Column("known", columns.IsCurrent))),
                new(JoinKind.Left, new CommonTableSource("closed", ClosedKeysStep), columns.SameKey("closed", "batch")),
            ],
        };
    }

    private SelectQuery OfVersions(Expression condition, bool isRebuilt)
    {
        Expression action = columns.IsInferred is { } inferred
            ? Make.Case([new(Make.Column("known", inferred), Literal.Text(Inferred))], Literal.Text(Upsert), SqlType.Text)
            : Literal.Text(Upsert);
        return Event(
            "known", context.TargetSource("known"), Make.Column("known", columns.ValidFrom), Make.Column("known", columns.LastEventAt), action, 0, condition, OfKnown,
            isRebuilt ? null : Make.Column("known", columns.SurrogateKey));
    }

    private SelectQuery OfDeletes(Expression condition) => Event(
        "known", context.TargetSource("known"), Make.Column("known", columns.ValidTo), Make.Column("known", columns.ValidTo), Literal.Text(Delete), 0, condition, OfKnown);

    private Expression FlagAction(string alias) => columns.DeleteFlag is { } flag
        ? Make.Case([new(Make.Column(alias, flag), Literal.Text(Delete))], Literal.Text(Upsert), SqlType.Text)
        : Literal.Text(Upsert);

    private SelectQuery Event(
        string alias, Source from, Expression at, Expression lastAt, Expression action, int priority, Expression where, Func<Column, Expression> value,
        Expression? knownKey = null) => new(
        columns.Key.Select(k => new Projection(k.Name, Make.Column(alias, k)))
            .Append(new(At.Name, at))
            .Append(new(columns.LastEventAt.Name, lastAt))
            .Append(new(Action.Name, action))
            .Append(new(Priority.Name, Literal.Integer(priority)))
            .Append(new(KnownKey.Name, knownKey ?? Literal.Null(KnownKey.Type)))
            .Concat(columns.Values.Select(v => new Projection(v.Name, value(v))))
            .ToEquatableArray())
    {
        From = from,
        Where = where,
    };

    private static Expression OfKnown(Column value) => Make.Column("known", value);

    /// <summary>Whether the batch has a late event of the row's key.</summary>
    public Expression IsLate(string alias) => Exists(
        new SelectQuery([new(columns.Key[0].Name, Make.Column("late", columns.Key[0]))])
        {
            From = context.BatchSource("late"),
            Where = Make.And(BatchColumns.Of("late", IsLateKey), columns.SameKey("late", alias)),
        });

    private Expression IsTouched(string alias) => Exists(
        new SelectQuery([new(columns.Key[0].Name, Make.Column("touched", columns.Key[0]))])
        {
            From = context.BatchSource("touched"),
            Where = Make.And(AreSeriesAlone ? BatchColumns.Of("touched", HistorySuccession.IsSeries) : batch.IsLoaded("touched"), columns.SameKey("touched", alias)),
        });

    private SelectQuery Single(SelectQuery events, string alias) => events with
    {
        Qualify = Make.Equal(
            Make.RowNumber(columns.KeyOf(alias).Append(BatchColumns.Of(alias, At)), [new(BatchColumns.Of(alias, Priority), true)]), Literal.Integer(1)),
    };

    // What tells events of one instant apart is of no use to those that differ in it.
    private static SelectQuery OfSteps(SelectQuery events) => events with { Columns = events.Columns.Where(c => c.Name != Priority.Name).ToEquatableArray() };

    private static Query Union(IEnumerable<Query> branches) => branches.Aggregate((left, right) => new SetQuery(SetOperator.UnionAll, left, right));

    private static ExistsExpression Exists(SelectQuery query) => new(query, Negated: false);

    private static Expression Not(Expression condition) => condition is ExistsExpression exists ? exists with { Negated = !exists.Negated } : Make.Not(condition);
}
