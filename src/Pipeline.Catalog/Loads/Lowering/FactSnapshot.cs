namespace Pipeline.Catalog;

/// <summary>Carries the positions of a periodic snapshot forward: each day until the next position has a row, up to the day of the run.</summary>
/// <remarks>
/// A row is the position's own, or carried from the one before. A run writes the days that are new for all keys, and of the keys at hand the days from the
/// first that changed; a late position so replaces what was carried over its days, up to the next position.
/// </remarks>
internal sealed class FactSnapshot
{
    private static readonly Literal EndOfTime = new("9999-12-31", SqlType.Date);

    private readonly LoadContext context;
    private readonly BatchSteps batch;
    private readonly Column period;
    private readonly Column carried;
    private readonly IReadOnlyList<BatchLookup> days;
    private readonly IReadOnlyList<Column> keys;
    private readonly IReadOnlyList<Column> values;

    private FactSnapshot(LoadContext context, BatchSteps batch)
    {
        this.context = context;
        this.batch = batch;
        period = context.Target.FirstWith(ColumnRoles.Period) is { } found && context.Key.Contains(found) ? found
            : throw new UnsupportedLoadException($"{context.Target.Name} carries positions forward and says nowhere of which day a row is; mark that [Grain] with [Period].");
        carried = context.Target.FirstWith(ColumnRoles.IsCarried)!;
        days = [.. batch.Query.Lookups.Where(l => l.Dimension is CalendarObject)];
        if (days.Count == 0) throw new UnsupportedLoadException($"{context.Target.Name} carries positions forward over the days of a calendar, and has the key of none: look one up by {period.Property}.");

        if (batch.Query.Lookups.FirstOrDefault(l => FactLookups.Validity(l) is not null) is { } version)
        {
            throw new UnsupportedLoadException(
                $"{context.Target.Name} carries positions forward, and would repeat the version that {version.Column.Property} had on another day: look up a dimension without history, or keep the business key of {version.Dimension.Name}.");
        }

        var calendars = new HashSet<Column>(days.Select(d => d.Column));
        keys = [.. context.Key.Where(k => k != period && !calendars.Contains(k))];
        values = [.. batch.Query.Columns.Where(c => !context.Key.Contains(c) && !calendars.Contains(c))];
    }

    public static IEnumerable<Statement> Lower(LoadContext context, BatchSteps batch)
    {
        if (context.Target is not FactObject { CarryForward: true }) return [];

        var snapshot = new FactSnapshot(context, batch);
        return batch.HasDeletes ? [snapshot.DeleteOrphans(), snapshot.CarryForward()] : [snapshot.CarryForward()];
    }

    // The keys at hand, each with the first of its days that changed.
    private SelectQuery Touched()
    {
        var dispositions = new[] { BatchColumns.Load, BatchColumns.Vanished, BatchColumns.Rekey }.Select(d => (Expression)Literal.Text(d)).ToEquatableArray();
        var rows = FactLoad.Rows(context, batch, keys, new InExpression(BatchColumns.Of("batch", BatchColumns.Disposition), dispositions, Negated: false));
        return rows with
        {
            Columns = rows.Columns.Append(new("FIRST_DAY", new AggregateCall("Min", [Make.Column("batch", period)], SqlType.Date, Nullable: true))).ToEquatableArray(),
            GroupBy = rows.Columns.Select(c => c.Value).ToEquatableArray(),
        };
    }

    private DeleteStatement DeleteOrphans()
    {
        var first = new SelectQuery(keys.Select(k => new Projection(k.Name, Make.Column("touched", k)))
            .Append(new("FIRST_DAY", Make.Coalesce(new AggregateCall("Min", [Make.Column("own", period)], SqlType.Date, Nullable: true), EndOfTime))).ToEquatableArray())
        {
            From = new SubquerySource("touched", Touched()),
            Joins = [new(JoinKind.Left, context.TargetSource("own"), Make.And(SameKey("own", "touched").Append(Make.Not(Make.Column("own", carried)))))],
            GroupBy = keys.Select(k => (Expression)Make.Column("touched", k)).ToEquatableArray(),
        };
        return new(
            "Days that were carried from a position that is gone, and have none before them.", context.TargetSource(), new SubquerySource("own", first),
            Make.And(SameKey("target", "own").Concat(
            [
                Make.Column("target", carried),
                Make.Compare(BinaryOperator.LessThan, Make.Column("target", period), Make.Column("own", "FIRST_DAY", SqlType.Date)),
            ])))
        {
            CountInto = LoadVariables.RowsDeleted.Name,
        };
    }

    private MergeStatement CarryForward()
    {
        var set = keys.Append(period).Concat(days.Select(d => d.Column)).Concat(values).ToList();
        var generated = KeyedLoad.Generated(context.Target, set).Where(a => a.Column != carried.Name).ToList();
        return new(
            $"Carry each position forward to the next, or to the day of the run: for the keys at hand from the first day that changed, for all others the new days. "
                + $"Scans the positions of {context.Target.Name}, not what was carried; rewrites days that differ.",
            context.TargetSource(), new SubquerySource("source", CarriedDays(set)),
            Make.And(context.Key.Select(k => Make.Equal(Make.Column("target", k), Make.Column("source", k)))))
        {
            Matched =
            [
                new(
                    "Another position is the last before it now.",
                    Make.And(Make.Column("target", carried), Make.Or(values.Select(v => Make.Distinct(Make.Column("target", v), Make.Column("source", v))))),
                    values.Select(v => new Assignment(v.Name, Make.Column("source", v)))
                        .Concat(generated.Where(g => context.Target.With(ColumnRoles.LoadTime).Any(c => c.Name == g.Column))).ToEquatableArray()),
            ],
            NotMatched = new(
                "A day of which nothing was told.", null,
                set.Select(c => new Assignment(c.Name, Make.Column("source", c))).Append(new(carried.Name, Make.True)).Concat(generated).ToEquatableArray()),
            CountInsertedInto = LoadVariables.RowsInserted.Name,
            CountUpdatedInto = LoadVariables.RowsUpdated.Name,
        };
    }

    private SelectQuery CarriedDays(IReadOnlyList<Column> set)
    {
        const string Touches = "TOUCHED_KEYS", Until = "CARRIED_UNTIL", Positions = "POSITIONS", Spans = "SPANS";
        var own = Make.Column("own", period);
        var next = new WindowCall("Lead", [own], keys.Select(k => (Expression)Make.Column("own", k)).ToEquatableArray(), [new(own)], SqlType.Date, Nullable: true);
        var positions = new SelectQuery(keys.Append(period).Concat(values).Select(c => new Projection(c.Name, Make.Column("own", c))).Append(new("NEXT_DAY", next)).ToEquatableArray())
        {
            From = context.TargetSource("own"), Where = Make.Not(Make.Column("own", carried)),
        };

        var position = Make.Column("position", period);
        var until = Make.Column("until", "DAY", SqlType.Date, nullable: true);
        var firstDay = Make.Column("touched", "FIRST_DAY", SqlType.Date, nullable: true);
        var from = Make.Coalesce(Make.Case([new(Make.Compare(BinaryOperator.LessOrEqual, firstDay, until), firstDay)], until, SqlType.Date), position);
        var spans = new SelectQuery(keys.Append(period).Concat(values).Select(c => new Projection(c.Name, Make.Column("position", c)))
            .Append(new("FROM_DAY", from))
            .Append(new("TO_DAY", Make.Coalesce(Make.Column("position", "NEXT_DAY", SqlType.Date, nullable: true), EndOfTime))).ToEquatableArray())
        {
            From = new CommonTableSource("position", Positions),
            Joins =
            [
                new(JoinKind.Cross, new CommonTableSource("until", Until), null),
                new(JoinKind.Left, new CommonTableSource("touched", Touches), Make.And(SameKey("touched", "position"))),
            ],
        };

        var calendar = days[0].Dimension;
        var date = Make.Column("day", days[0].Matches[0].DimensionColumn);
        var columns = set.Select(c => new Projection(
            c.Name, c == period ? date : days.FirstOrDefault(d => d.Column == c) is { } day ? Make.Column("day", FactLookups.SurrogateKeyOf(day.Dimension)) : Make.Column("span", c)));
        return new(columns.ToEquatableArray())
        {
            With =
            [
                new(Touches, Touched()) { Comment = "The keys at hand, each with the first of its days that changed." },
                new(Until, new SelectQuery([new("DAY", new AggregateCall("Max", [Make.Column("known", period)], SqlType.Date, Nullable: true))])
                {
                    From = context.TargetSource("known"), Where = Make.Column("known", carried),
                }) { Comment = "Up to this day every other key is carried." },
                new(Positions, positions) { Comment = "Each position beside the next of its key." },
                new(Spans, spans) { Comment = "The days over which it may have to be carried." },
            ],
            From = new CommonTableSource("span", Spans),
            Joins =
            [
                new(JoinKind.Inner, new ObjectSource("day", calendar.Name), Make.And(
                    Make.Compare(BinaryOperator.GreaterThan, date, Make.Column("span", period)),
                    Make.Compare(BinaryOperator.GreaterOrEqual, date, Make.Column("span", "FROM_DAY", SqlType.Date)),
                    Make.Compare(BinaryOperator.LessThan, date, Make.Column("span", "TO_DAY", SqlType.Date)),
                    Make.Compare(BinaryOperator.LessOrEqual, date, new CastExpression(LoadVariables.ScheduledAt, SqlType.Date)))),
            ],
        };
    }

    private IEnumerable<Expression> SameKey(string left, string right) => keys.Select(k => Make.Equal(Make.Column(left, k), Make.Column(right, k)));
}
