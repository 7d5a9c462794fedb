namespace Pipeline.Catalog;

/// <summary>What happened to the keys that a batch touches: its own events, and of what was known before just what is needed beside them.</summary>
/// <remarks>
/// A key whose events come in order needs its open version alone. A key with a late event is rebuilt from all its events, which staging keeps.
/// </remarks>
internal sealed class HistoryEvents(LoadContext context, BatchSteps batch, HistoryColumns columns)
{
    public const string Upsert = "UPSERT";
    public const string Delete = "DELETE";
    public const string Inferred = "INFERRED";

    private const string LateKeysStep = "LATE_KEYS";
    private const string ClosedKeysStep = "CLOSED_KEYS";

    public static readonly BatchColumn At = new("EVENT_AT", SqlType.Timestamp);
    public static readonly BatchColumn Action = new("EVENT_ACTION", SqlType.Text);
    public static readonly BatchColumn Priority = new("EVENT_PRIORITY", SqlType.Int32);

    // A value that looks back needs the last version of a member that comes back.
    private readonly bool looksBack = columns.Values.Any(v => v.Carries is { Which: not Carry.Current } || v.Partial is not null);

    /// <summary>Whether staging keeps every event, so that a key can be rebuilt from there.</summary>
    public bool HasEvents { get; } =
        context.Target is DimensionObject { History: History.Events } && context.DriverTable is not null && batch.Query.IsTraced && !batch.IsRanked;

    public IEnumerable<CommonTable> Steps()
    {
        var history = HasEvents ? new BatchQueryBuilder(context, BatchReading.Table).Build() : null;
        foreach (var step in history?.Steps ?? []) yield return step;
        yield return new(LateKeysStep, LateKeys(history)) { Comment = "Keys with an event that is not after all that is known of them." };
        if (batch.HasDeletes) yield return new(ClosedKeysStep, ClosedKeys()) { Comment = "Members that are gone, and since when." };

        var branches = history is not null ? FromStaging(history) : FromVersions();
        yield return new("EVENTS", branches.Aggregate((left, right) => new SetQuery(SetOperator.UnionAll, left, right)))
        {
            Comment = "What happened to each key, old and new.",
        };
    }

    /// <summary>Whether the batch has a late event of the row's key.</summary>
    public Expression HasLateEvent(string alias)
    {
        var late = LateKeys();
        return Exists(late with { Distinct = false, Where = Make.And(late.Where!, columns.SameKey("batch", alias)) });
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

    private IEnumerable<Query> FromStaging(BatchQuery history)
    {
        yield return OfBatch(Not(IsLate("batch")));
        yield return OfVersions(Make.And(Make.Column("known", columns.IsCurrent), IsTouched("known"), Not(IsLate("known"))));
        if (looksBack)
        {
            var isLast = Make.And(Make.IsNotNull(Make.Column("known", columns.ValidTo)), IsTouched("known"), Not(IsLate("known")), Not(Exists(VersionsAfter())));
            yield return OfVersions(isLast);
            yield return OfDeletes(isLast);
        }

        var alias = BatchQuery.Alias;
        var isSound = history.Checks.Select(c => Not(Make.Coalesce(c.Condition, Make.False)));
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
    private IEnumerable<Query> FromVersions()
    {
        yield return OfBatch(null);
        var isNeeded = Make.Or(Make.Column("known", columns.IsCurrent), IsLate("known"));
        if (looksBack) isNeeded = Make.Or(isNeeded, Not(Exists(VersionsAfter())));
        yield return OfVersions(Make.And(IsTouched("known"), isNeeded));

        var next = VersionsAfter();
        next = next with { Where = Make.And(columns.SameKey("next", "known"), Make.Equal(Make.Column("next", columns.ValidFrom), Make.Column("known", columns.ValidTo))) };
        yield return OfDeletes(Make.And(
            Make.IsNotNull(Make.Column("known", columns.ValidTo)),
            looksBack ? Make.And(IsTouched("known"), Make.Or(IsLate("known"), Not(Exists(VersionsAfter())))) : IsLate("known"),
            Not(Exists(next))));
    }

    private SelectQuery VersionsAfter() => new([new(columns.SurrogateKey.Name, Make.Column("next", columns.SurrogateKey))])
    {
        From = context.TargetSource("next"),
        Where = Make.And(columns.SameKey("next", "known"), Make.Compare(BinaryOperator.GreaterThan, Make.Column("next", columns.ValidFrom), Make.Column("known", columns.ValidFrom))),
    };

    private SelectQuery OfBatch(Expression? condition)
    {
        var where = condition is null ? batch.IsLoaded("batch") : Make.And(batch.IsLoaded("batch"), condition);
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

    private SelectQuery OfVersions(Expression condition)
    {
        Expression action = columns.IsInferred is { } inferred
            ? Make.Case([new(Make.Column("known", inferred), Literal.Text(Inferred))], Literal.Text(Upsert), SqlType.Text)
            : Literal.Text(Upsert);
        return Event("known", context.TargetSource("known"), Make.Column("known", columns.ValidFrom), Make.Column("known", columns.LastEventAt), action, 0, condition, OfKnown);
    }

    private SelectQuery OfDeletes(Expression condition) => Event(
        "known", context.TargetSource("known"), Make.Column("known", columns.ValidTo), Make.Column("known", columns.ValidTo), Literal.Text(Delete), 0, condition, OfKnown);

    private Expression FlagAction(string alias) => columns.DeleteFlag is { } flag
        ? Make.Case([new(Make.Column(alias, flag), Literal.Text(Delete))], Literal.Text(Upsert), SqlType.Text)
        : Literal.Text(Upsert);

    private SelectQuery Event(
        string alias, Source from, Expression at, Expression lastAt, Expression action, int priority, Expression where, Func<Column, Expression> value) => new(
        columns.Key.Select(k => new Projection(k.Name, Make.Column(alias, k)))
            .Append(new(At.Name, at))
            .Append(new(columns.LastEventAt.Name, lastAt))
            .Append(new(Action.Name, action))
            .Append(new(Priority.Name, Literal.Integer(priority)))
            .Concat(columns.Values.Select(v => new Projection(v.Name, value(v))))
            .ToEquatableArray())
    {
        From = from,
        Where = where,
    };

    private static Expression OfKnown(Column value) => Make.Column("known", value);

    private Expression IsLate(string alias) => Exists(
        new SelectQuery([new(columns.Key[0].Name, Make.Column("late", columns.Key[0]))])
        {
            From = new CommonTableSource("late", LateKeysStep),
            Where = columns.SameKey("late", alias),
        });

    private Expression IsTouched(string alias) => Exists(
        new SelectQuery([new(columns.Key[0].Name, Make.Column("touched", columns.Key[0]))])
        {
            From = context.BatchSource("touched"),
            Where = Make.And(batch.IsLoaded("touched"), columns.SameKey("touched", alias)),
        });

    private static ExistsExpression Exists(SelectQuery query) => new(query, Negated: false);

    private static Expression Not(Expression condition) => condition is ExistsExpression exists ? exists with { Negated = !exists.Negated } : Make.Not(condition);
}
