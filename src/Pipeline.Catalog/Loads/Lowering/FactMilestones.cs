namespace Pipeline.Catalog;

/// <summary>The milestones of an accumulating snapshot: each event tells some of them, none takes one back by leaving it out.</summary>
internal static class FactMilestones
{
    public static bool Is(Column column) => (column.Roles & ColumnRoles.Milestone) != 0;

    /// <summary>The columns of the batch that hold a milestone: of a key that is looked up, the values that it is looked up by.</summary>
    public static IEnumerable<string> In(BatchQuery query) => query.Columns.Where(Is)
        .SelectMany(c => query.Lookups.FirstOrDefault(l => l.Column == c) is { } lookup ? lookup.Matches.Select(m => m.Value.Name) : [c.Name]);

    /// <summary>Of the values that the rows of a partition tell, the newest.</summary>
    public static Expression Newest(Expression value, IEnumerable<Expression> partition, IEnumerable<Ordering> newestFirst) => new WindowCall(
        "FirstValue", [value], partition.ToEquatableArray(),
        newestFirst.Prepend(new(Make.Case([new(Make.IsNull(value), Literal.Integer(1))], Literal.Integer(0), SqlType.Int32))).ToEquatableArray(), value.Type, Nullable: true);

    /// <summary>Whether the source's row tells the milestone.</summary>
    public static Expression IsTold(Column column)
    {
        var value = Make.Column("source", column);
        return column.ForeignKey switch
        {
            null => Make.IsNotNull(value),
            { } key when HasOwnNone(key) => Make.Compare(BinaryOperator.NotEqual, value, None(key)),
            _ => Make.Compare(BinaryOperator.GreaterOrEqual, value, Literal.Integer(0)),
        };
    }

    /// <summary>Whether the target's row doesn't know it yet.</summary>
    public static Expression IsOpen(Column column)
    {
        var value = Make.Column("target", column);
        return column.ForeignKey switch
        {
            null => Make.IsNull(value),
            { } key when HasOwnNone(key) => Make.Equal(value, None(key)),
            _ => Make.Compare(BinaryOperator.LessThan, value, Literal.Integer(0)),
        };
    }

    /// <summary>Whether the source's row tells another value than the target's row has; a milestone that it leaves out is none.</summary>
    public static Expression Differs(Column column)
    {
        var differs = Make.Distinct(Make.Column("target", column), Make.Column("source", column));
        return Is(column) ? Make.And(IsTold(column), differs) : differs;
    }

    /// <summary>What the target's row gets: a milestone that the source's row doesn't tell stays as it was told before.</summary>
    public static Expression Value(Column column) => !Is(column) ? Make.Column("source", column)
        : column.ForeignKey is null ? Make.Coalesce(Make.Column("source", column), Make.Column("target", column))
        : Make.Case([new(IsTold(column), Make.Column("source", column))], Make.Column("target", column), column.Type);

    // What is told and has no member, as a day that the calendar lacks, is told from what isn't: it has another key.
    private static bool HasOwnNone(ForeignKey key) => Members.KeyOf(key.NoKey) != (key.Missing == Missing.Invalid ? Members.InvalidKey : Members.UnknownKey);

    private static Literal None(ForeignKey key) => Literal.Integer(Members.KeyOf(key.NoKey));

    /// <summary>Takes the newest of all events into the batch, and every milestone that any of them tells; null where a fact has one row in the driver.</summary>
    public static Statement? ReadAll(LoadContext context, BatchSteps batch)
    {
        if (context.Target is not FactObject || context.Load.Mode != LoadMode.Merge || context.DriverTable is not { } driver || !batch.Query.IsTraced
            || !batch.Query.Columns.Any(Is) || DriverGrain.IsKeyOfDriver(context)) return null;

        var alias = BatchQuery.Alias;
        var history = new BatchQueryBuilder(context, BatchReading.Table).Build();
        var values = FactRekeying.ValueColumns(batch).GroupBy(v => v.Name).Select(g => g.First()).ToList();
        var identity = batch.Identity(alias).ToList();
        var newest = context.Target.With(ColumnRoles.Sequence).Where(c => batch.Columns.Contains(c)).Select(c => new Ordering(Make.Column(alias, c), true))
            .Concat(history.TieBreak.Select(t => new Ordering(BatchColumns.Of(alias, t), true))).ToList();
        var milestones = new HashSet<string>(In(batch.Query), StringComparer.Ordinal);
        var isSound = history.Checks.Select(c => Make.Not(Make.Coalesce(c.Condition, Make.False)));
        var touched = batch.Identity("touched").Zip(identity, Make.Equal).Append(batch.IsLive("touched"));
        var whole = new SelectQuery(values.Select(v => new Projection(v.Name, milestones.Contains(v.Name)
            ? Newest(BatchColumns.Of(alias, v), identity, newest) : BatchColumns.Of(alias, v))).ToEquatableArray())
        {
            With = history.Steps,
            From = new CommonTableSource(alias, history.Rows),
            Joins = [new(JoinKind.Inner, context.BatchSource("touched"), Make.And(touched))],
            Where = history.Checks.Count > 0 ? Make.And(isSound) : null,
            Qualify = Make.Equal(Make.RowNumber(identity, newest), Literal.Integer(1)),
        };
        var keys = new HashSet<string>(identity.OfType<ColumnReference>().Select(c => c.Column), StringComparer.Ordinal);
        return new UpdateStatement(
            $"Take the last state and every milestone from all events of the facts at hand: joins {driver.Name} with the batch.", context.BatchSource("batch"),
            values.Where(v => !keys.Contains(v.Name)).Select(v => new Assignment(v.Name, BatchColumns.Of("whole", v))).ToEquatableArray(),
            new SubquerySource("whole", whole), Make.And(batch.Identity("batch").Zip(batch.Identity("whole"), Make.Equal).Append(batch.IsLive("batch"))));
    }
}
