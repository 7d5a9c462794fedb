namespace Pipeline.Catalog;

/// <summary>Brings values from earlier events to later ones: what an event left out, what a member came with, what it was before its last change.</summary>
/// <remarks>Told from the events, not from the versions, so that an event that comes late changes them as if it had come in time.</remarks>
internal sealed class CarriedValues(HistoryColumns columns, HistoryTimeline timeline)
{
    private readonly IReadOnlyList<Column> partial = [.. columns.Values.Where(v => v.Partial is not null)];
    private readonly IReadOnlyList<Column> previous = [.. columns.Values.Where(v => v.Carries?.Which == Carry.Previous)];
    private readonly IReadOnlyList<Column> original = [.. columns.Values.Where(v => v.Carries?.Which == Carry.Original)];

    /// <summary>The word for the events of a step.</summary>
    public static string AliasOf(string step) => step.Substring(0, step.IndexOf('_')).ToLowerInvariant();

    /// <param name="step">The step that the first one reads.</param>
    /// <param name="last">The step with the values brought along.</param>
    public IEnumerable<CommonTable> Steps(string step, out string last)
    {
        var steps = new List<CommonTable>();
        if (partial.Count > 0)
        {
            steps.Add(new("GIVEN_EVENTS", Given(step)) { Comment = "How often each value was given so far." });
            steps.Add(new("FILLED_EVENTS", Filled("GIVEN_EVENTS")) { Comment = "What an event left out is as it was." });
            step = "FILLED_EVENTS";
        }

        if (previous.Count > 0)
        {
            steps.Add(new("COMPARED_EVENTS", Compared(step)) { Comment = "Each value that has a former one beside it, compared with the event before." });
            steps.Add(new("COUNTED_EVENTS", Counted("COMPARED_EVENTS")));
            step = "COUNTED_EVENTS";
        }

        if (previous.Count + original.Count > 0)
        {
            steps.Add(new("CARRIED_EVENTS", Carried(step)) { Comment = "What a member came with, and what it was before its last change." });
            step = "CARRIED_EVENTS";
        }

        last = step;
        return steps;
    }

    private SelectQuery Given(string step)
    {
        var alias = AliasOf(step);
        return timeline.Pass(alias, step, _ => null, partial.Select(p => new Projection(GivenOf(p).Name, UpToHere(alias, Flag(IsGiven(alias, p))))));
    }

    private SelectQuery Filled(string step)
    {
        var alias = AliasOf(step);
        return timeline.Pass(alias, step, v => v.Partial is null ? null : First(alias, v, [BatchColumns.Of(alias, GivenOf(v))]));
    }

    private SelectQuery Compared(string step)
    {
        var alias = AliasOf(step);
        var isFirst = Make.IsNull(Lag(alias, BatchColumns.Of(alias, HistoryEvents.At)));
        return timeline.Pass(
            alias, step,
            v => v.Carries is { Which: Carry.Previous } ? Make.Case([new(isFirst, Make.Column(alias, v))], Lag(alias, Source(alias, v)), v.Type) : null,
            previous.Select(p => new Projection(ChangeOf(p).Name, Make.Case(
                [new(isFirst, Literal.Integer(0)), new(Make.Distinct(Source(alias, p), Lag(alias, Source(alias, p))), Literal.Integer(1))], Literal.Integer(0), SqlType.Int32))));
    }

    private SelectQuery Counted(string step)
    {
        var alias = AliasOf(step);
        return timeline.Pass(alias, step, _ => null, previous.Select(p => new Projection(ChangeOf(p).Name, UpToHere(alias, BatchColumns.Of(alias, ChangeOf(p))))));
    }

    private SelectQuery Carried(string step)
    {
        var alias = AliasOf(step);
        return timeline.Pass(alias, step, v => v.Carries?.Which switch
        {
            Carry.Previous => First(alias, v, [BatchColumns.Of(alias, ChangeOf(v))]),
            Carry.Original => First(alias, v, []),
            _ => null,
        });
    }

    private Expression Source(string alias, Column carrying) => Make.Column(alias, columns.Values.First(v => v.Name == carrying.Carries!.Column));

    private Expression IsGiven(string alias, Column value) => value.Partial!.Given is { } flag
        ? Make.Column(alias, columns.Values.First(v => v.Name == flag))
        : Make.IsNotNull(Make.Column(alias, value));

    private static Expression Flag(Expression condition) => Make.Case([new(condition, Literal.Integer(1))], Literal.Integer(0), SqlType.Int32);

    private static BatchColumn GivenOf(Column value) => new(value.Name + "_GIVEN_SO_FAR", SqlType.Int64);

    private static BatchColumn ChangeOf(Column value) => new(value.Name + "_CHANGES", SqlType.Int64);

    // Deletes and members that facts knew first have no values of their own.
    private EquatableArray<Expression> Events(string alias, params IEnumerable<Expression> more) =>
        columns.KeyOf(alias).Append(BatchColumns.Has(alias, HistoryEvents.Action, HistoryEvents.Upsert)).Concat(more).ToEquatableArray();

    private static EquatableArray<Ordering> InTime(string alias) => [new(BatchColumns.Of(alias, HistoryEvents.At))];

    private WindowCall Lag(string alias, Expression value) => new("Lag", [value], Events(alias), InTime(alias), value.Type, Nullable: true);

    private WindowCall UpToHere(string alias, Expression value) =>
        new("Sum", [value], Events(alias), InTime(alias), SqlType.Int64, Nullable: false) { Frame = WindowFrame.UpToCurrentRow };

    private WindowCall First(string alias, Column value, IEnumerable<Expression> group) =>
        new("FirstValue", [Make.Column(alias, value)], Events(alias, group), InTime(alias), value.Type, value.Nullable) { Frame = WindowFrame.UpToCurrentRow };
}
