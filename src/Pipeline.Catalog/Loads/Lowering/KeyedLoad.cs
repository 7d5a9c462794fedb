namespace Pipeline.Catalog;

/// <summary>Loads a table or a type 1 dimension: the last state of each key wins.</summary>
internal static class KeyedLoad
{
    public static IEnumerable<Statement> Lower(LoadContext context, BatchSteps batch)
    {
        var target = context.Target;
        var set = batch.Columns.ToList();
        var values = set.Where(c => !context.Key.Contains(c) && c.Carries?.Which != Carry.Original).ToList();
        var source = new SubquerySource("source", new SelectQuery(
            set.Select(c => new Projection(c.Name, Make.Column("batch", c)))
                .Concat(batch.HasDeletes ? [new(BatchColumns.Action.Name, BatchColumns.Of("batch", BatchColumns.Action))] : [])
                .ToEquatableArray())
        {
            From = context.BatchSource("batch"),
            Where = batch.IsLoaded("batch"),
        });

        yield return new MergeStatement(
            target is DimensionObject ? "Overwrite what changed and add what is new; each key is once in the batch." : "Bring each key to its last state.",
            context.TargetSource(), source, Make.And(context.Key.Select(k => Make.Equal(Make.Column("target", k), Make.Column("source", k)))))
        {
            Matched = Matched(context, batch, values).ToEquatableArray(),
            NotMatched = new(
                "A key that is new.", batch.HasDeletes ? Make.Not(batch.IsDelete("source")) : null,
                set.Select(c => new Assignment(c.Name, Make.Column("source", c))).Concat(KeptValues.AtFirst(target, set)).Concat(Generated(target, set)).ToEquatableArray()),
            CountInsertedInto = LoadVariables.RowsInserted.Name,
            CountUpdatedInto = LoadVariables.RowsUpdated.Name,
            CountDeletedInto = batch.HasDeletes && target.Deletes == Deletes.Remove ? LoadVariables.RowsDeleted.Name : null,
        };
    }

    private static IEnumerable<MergeMatched> Matched(LoadContext context, BatchSteps batch, IReadOnlyList<Column> values)
    {
        var target = context.Target;
        var deleted = target.FirstWith(ColumnRoles.IsDeleted);
        if (batch.HasDeletes && target.Deletes == Deletes.Remove)
        {
            yield return new("The source deleted it.", batch.IsDelete("source"), []);
        }
        else if (batch.HasDeletes && deleted is not null)
        {
            yield return new(
                "The source deleted it: mark it, facts still refer to it.",
                Make.And(batch.IsDelete("source"), Make.Not(Make.Column("target", deleted))),
                Touch(target, [new(deleted.Name, Make.True)]));
        }

        // Flags that the platform sets itself fall when the row lives again.
        var flags = new[] { deleted, target.FirstWith(ColumnRoles.IsInferred) }.OfType<Column>().Where(f => !values.Contains(f)).ToList();
        var differs = Make.Or(values.Select(c => Make.Distinct(Make.Column("target", c), Make.Column("source", c)))
            .Concat(flags.Select(f => (Expression)Make.Column("target", f))));
        var conditions = new List<Expression>();
        if (batch.HasDeletes) conditions.Add(Make.Not(batch.IsDelete("source")));
        if (NotOlder(target, values, flags) is { } notOlder) conditions.Add(notOlder);
        conditions.Add(differs);
        if (values.Count + flags.Count > 0)
        {
            yield return new(
                "Overwrite what changed; a row that is the same stays untouched, and an older state never replaces a newer one.",
                Make.And(conditions),
                Touch(target, [
                    .. values.Select(c => new Assignment(c.Name, Make.Column("source", c))), .. KeptValues.Afterwards(target),
                    .. flags.Select(f => new Assignment(f.Name, Make.False)),
                ]));
        }
    }

    // The sequence of the incoming row is not before that of the row at hand; several parts compare in turn.
    internal static Expression? NotOlder(
        TableObject target, IReadOnlyList<Column> values, IReadOnlyList<Column> flags, string incoming = "source", string known = "target")
    {
        var sequence = SequenceOrder.Of(target).Where(values.Contains).ToList();
        if (sequence.Count == 0) return null;

        Expression? condition = null;
        for (var i = sequence.Count - 1; i >= 0; i--)
        {
            var (source, held) = (Make.Column(incoming, sequence[i]), Make.Column(known, sequence[i]));
            condition = condition is null
                ? Make.Compare(BinaryOperator.GreaterOrEqual, source, held)
                : Make.Or(Make.Compare(BinaryOperator.GreaterThan, source, held), Make.And(Make.Equal(source, held), condition));
        }

        // A member that facts knew first has no sequence of its own yet.
        return flags.FirstOrDefault(f => (f.Roles & ColumnRoles.IsInferred) != 0) is { } inferred
            ? Make.Or(condition!, Make.Column(known, inferred))
            : condition;
    }

    private static EquatableArray<Assignment> Touch(TableObject target, IEnumerable<Assignment> assignments) =>
        assignments.Concat(target.With(ColumnRoles.LoadTime).Where(c => assignments.All(a => a.Column != c.Name))
            .Select(c => new Assignment(c.Name, LoadVariables.StartedAt))).ToEquatableArray();

    /// <summary>What the platform sets in a new row.</summary>
    internal static IEnumerable<Assignment> Generated(TableObject target, IReadOnlyCollection<Column> set) => target.Columns
        .Where(c => !set.Contains(c))
        .Select(c => (c.Roles & (ColumnRoles.LoadTime | ColumnRoles.IsDeleted | ColumnRoles.IsInferred | ColumnRoles.IsCarried)) switch
        {
            ColumnRoles.LoadTime => new Assignment(c.Name, LoadVariables.StartedAt),
            ColumnRoles.IsDeleted or ColumnRoles.IsInferred or ColumnRoles.IsCarried => new Assignment(c.Name, Make.False),
            _ => null,
        })
        .OfType<Assignment>();
}
