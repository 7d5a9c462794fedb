namespace Pipeline.Catalog;

/// <summary>Makes versions of events: the steps of the query that fills the time line.</summary>
internal sealed class HistoryTimeline(LoadContext context, HistoryColumns columns, HistoryEvents events)
{
    private static readonly BatchColumn PreviousAction = new("PREVIOUS_ACTION", SqlType.Text);
    private static readonly BatchColumn IsChanged = new("IS_CHANGED", SqlType.Boolean);
    private static readonly BatchColumn IsStart = new("IS_START", SqlType.Int32);
    private static readonly BatchColumn Version = new("VERSION_NUMBER", SqlType.Int64);
    private static readonly BatchColumn StartsNext = new("NEXT_IS_START", SqlType.Int32);
    private static readonly BatchColumn FirstKnown = new("EVENT_FIRST_KEY", SqlType.Int64);

    /// <summary>Whether the dimension shows the version as it is, but for its end.</summary>
    public static readonly BatchColumn IsKnown = new("BATCH_IS_KNOWN", SqlType.Boolean);

    /// <summary>The columns of the time line.</summary>
    public IEnumerable<Column> Columns =>
        new[] { columns.SurrogateKey }.Concat(columns.Key).Append(columns.ValidFrom).Append(columns.ValidTo).Append(columns.LastEventAt).Concat(columns.Values);

    /// <summary>The versions of the touched keys, each with the surrogate key that it has already.</summary>
    public SelectQuery Query()
    {
        var steps = events.Steps((alias, step) => Pass(alias, step, Unchanged)).ToList();
        steps.AddRange(new CarriedValues(columns, this).Steps(HistoryEvents.SingleEvents, out var carried));
        steps.Add(new("PRECEDED_EVENTS", PrecededEvents(carried)) { Comment = "Each event beside the one before it." });
        steps.Add(new("MARKED_EVENTS", MarkedEvents()) { Comment = "An event opens a version where a tracked column really changed." });
        steps.Add(new("SPANNED_EVENTS", SpannedEvents()) { Comment = "Each event in the time of its version: it ends, excluded, where the next one or a delete begins." });
        steps.Add(new("VERSIONS", Versions()) { Comment = "A version has the values of its last event." });
        steps.Add(new("REBUILT_VERSIONS", RebuiltVersions()) { Comment = "Of a rebuilt key, the surrogate key of the first version that was known in the same time." });
        return KeyedVersions() with { With = steps.ToEquatableArray() };
    }

    /// <summary>The events of a step with all that they have, some values replaced and columns added.</summary>
    public SelectQuery Pass(string alias, string step, Func<Column, Expression?> replaced, params IEnumerable<Projection> added)
    {
        var passed = columns.Key.Select(k => new Projection(k.Name, Make.Column(alias, k)))
            .Append(new(HistoryEvents.At.Name, BatchColumns.Of(alias, HistoryEvents.At)))
            .Append(new(columns.LastEventAt.Name, Make.Column(alias, columns.LastEventAt)))
            .Append(new(HistoryEvents.Action.Name, BatchColumns.Of(alias, HistoryEvents.Action)))
            .Append(new(HistoryEvents.KnownKey.Name, BatchColumns.Of(alias, HistoryEvents.KnownKey)))
            .Concat(columns.Values.Select(v => new Projection(v.Name, replaced(v) ?? Make.Column(alias, v))));
        return new(passed.Concat(added).ToEquatableArray()) { From = new CommonTableSource(alias, step) };
    }

    private static Expression? Unchanged(Column value) => null;

    private SelectQuery PrecededEvents(string step)
    {
        var alias = CarriedValues.AliasOf(step);
        return Pass(
            alias, step, Unchanged,
            new Projection(PreviousAction.Name, Previous(alias, BatchColumns.Of(alias, HistoryEvents.Action))),
            new Projection(IsChanged.Name, Make.Or(columns.Tracked.Select(t => HasChanged(t, Make.Column(alias, t), Previous(alias, Make.Column(alias, t)))))));
    }

    /// <summary>Whether the value of an event, beside that of the one before it, opens a version.</summary>
    public static Expression HasChanged(Column tracked, Expression value, Expression previous) => tracked.FillsVersion
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

    private SelectQuery SpannedEvents()
    {
        var (at, start) = (BatchColumns.Of("marked", HistoryEvents.At), BatchColumns.Of("marked", IsStart));
        var begins = Make.Case([new(Make.Equal(start, Literal.Integer(1)), at)], null, SqlType.Timestamp);
        return Pass(
            "marked", "MARKED_EVENTS", Unchanged,
            new Projection(Version.Name, UpToHere("Sum", start, SqlType.Int64)),
            new Projection(columns.ValidFrom.Name, UpToHere("Max", begins, SqlType.Timestamp)),
            new Projection(columns.ValidTo.Name, InTime("Lead", at)),
            new Projection(StartsNext.Name, InTime("Lead", start)),
            new Projection(FirstKnown.Name, UpToHere("FirstValue", BatchColumns.Of("marked", HistoryEvents.KnownKey), HistoryEvents.KnownKey.Type)));
    }

    private WindowCall UpToHere(string function, Expression value, SqlType type) => InTime(function, value) with { Type = type, Frame = WindowFrame.UpToCurrentRow };

    private WindowCall InTime(string function, Expression value) => new(
        function, [value], columns.KeyOf("marked").ToEquatableArray(), [new(BatchColumns.Of("marked", HistoryEvents.At))], value.Type, Nullable: true);

    // Of a key in order, a version of the dimension can only be the first event.
    private SelectQuery Versions()
    {
        var isUpsert = BatchColumns.Has("spanned", HistoryEvents.Action, HistoryEvents.Upsert);
        return new(
            columns.Key.Select(k => new Projection(k.Name, Make.Column("spanned", k)))
                .Append(new(columns.ValidFrom.Name, Make.Column("spanned", columns.ValidFrom)))
                .Append(new(columns.ValidTo.Name, Make.Column("spanned", columns.ValidTo)))
                .Append(new(columns.LastEventAt.Name, Make.Column("spanned", columns.LastEventAt)))
                .Append(new(HistoryEvents.Action.Name, BatchColumns.Of("spanned", HistoryEvents.Action)))
                .Append(new(HistoryEvents.KnownKey.Name, Make.Case(
                    [new(Make.Equal(BatchColumns.Of("spanned", Version), Literal.Integer(1)), BatchColumns.Of("spanned", FirstKnown))], null, HistoryEvents.KnownKey.Type)))
                .Append(new(IsKnown.Name, Make.And(isUpsert, Make.IsNotNull(BatchColumns.Of("spanned", HistoryEvents.KnownKey)))))
                .Concat(columns.Values.Select(v => new Projection(v.Name, Make.Column("spanned", v))))
                .ToEquatableArray())
        {
            From = new CommonTableSource("spanned", "SPANNED_EVENTS"),
            Where = Make.Equal(Make.Coalesce(BatchColumns.Of("spanned", StartsNext), Literal.Integer(1)), Literal.Integer(1)),
        };
    }

    // A version is known by the instants that it covers; of several known ones the first gives its surrogate key.
    private SelectQuery RebuiltVersions()
    {
        var (from, to) = (Make.Column("versions", columns.ValidFrom), Make.Column("versions", columns.ValidTo) with { Nullable = true });
        var knownFrom = Make.Column("known", columns.ValidFrom);
        return new(
            columns.Key.Select(k => new Projection(k.Name, Make.Column("versions", k)))
                .Append(new(columns.ValidFrom.Name, from))
                .Append(new(columns.SurrogateKey.Name, Make.Column("known", columns.SurrogateKey)))
                .ToEquatableArray())
        {
            From = new CommonTableSource("versions", "VERSIONS"),
            Joins =
            [
                new(JoinKind.Inner, context.TargetSource("known"), Make.And(
                    columns.SameKey("known", "versions"),
                    Make.Compare(BinaryOperator.GreaterOrEqual, knownFrom, from),
                    Members.IsBefore(knownFrom, to))),
            ],
            Where = events.IsLate("known"),
            Qualify = Make.Equal(Make.RowNumber(columns.KeyOf("versions").Append(from), [new(knownFrom)]), Literal.Integer(1)),
        };
    }

    private SelectQuery KeyedVersions()
    {
        var known = Make.Coalesce(BatchColumns.Of("versions", HistoryEvents.KnownKey), Make.Column("rebuilt", columns.SurrogateKey) with { Nullable = true });
        return new(
            Columns.Select(c => new Projection(c.Name, c == columns.SurrogateKey ? known : Make.Column("versions", c)))
                .Append(new(IsKnown.Name, BatchColumns.Of("versions", IsKnown)))
                .ToEquatableArray())
        {
            From = new CommonTableSource("versions", "VERSIONS"),
            Joins =
            [
                new(JoinKind.Left, new CommonTableSource("rebuilt", "REBUILT_VERSIONS"), Make.And(
                    columns.SameKey("rebuilt", "versions"), Make.Equal(Make.Column("rebuilt", columns.ValidFrom), Make.Column("versions", columns.ValidFrom)))),
            ],
            Where = Make.Compare(BinaryOperator.NotEqual, BatchColumns.Of("versions", HistoryEvents.Action), Literal.Text(HistoryEvents.Delete)),
        };
    }

    private WindowCall Previous(string alias, Expression value) => new(
        "Lag", [value], columns.KeyOf(alias).ToEquatableArray(), [new(BatchColumns.Of(alias, HistoryEvents.At))], value.Type, Nullable: true);
}
