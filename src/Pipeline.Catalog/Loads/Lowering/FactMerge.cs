namespace Pipeline.Catalog;

/// <summary>Writes the facts of a run by their grain: new ones, corrections, and what the source took back.</summary>
internal sealed class FactMerge
{
    private readonly LoadContext context;
    private readonly BatchSteps batch;
    private readonly IReadOnlyList<Column> set;
    private readonly IReadOnlyList<Column> values;

    public FactMerge(LoadContext context, BatchSteps batch)
    {
        this.context = context;
        this.batch = batch;
        set = batch.Query.Columns;
        values = [.. set.Where(c => !context.Key.Contains(c))];
    }

    public MergeStatement Lower()
    {
        var matched = Matched().ToEquatableArray();
        return new(
            "Insert new facts and correct known ones by their grain, with the keys of the members as of the fact's own time; -1 is the unknown member.",
            context.TargetSource(), new SubquerySource("source", Source()),
            Make.And(context.Key.Select(k => Make.Equal(Make.Column("target", k), Make.Column("source", k)))))
        {
            Matched = matched,
            NotMatched = new(
                "A fact that is new.", batch.HasDeletes ? Make.Not(batch.IsDelete("source")) : null,
                set.Select(c => new Assignment(c.Name, Make.Column("source", c))).Concat(KeyedLoad.Generated(context.Target, set)).ToEquatableArray()),
            CountInsertedInto = LoadVariables.RowsInserted.Name,
            CountUpdatedInto = matched.Any(m => !m.IsDelete) ? LoadVariables.RowsUpdated.Name : null,
            CountDeletedInto = matched.Any(m => m.IsDelete) ? LoadVariables.RowsDeleted.Name : null,
        };
    }

    private SelectQuery Source()
    {
        var where = FactVanished.AreRead(context, batch)
            ? Make.Or(batch.IsLoaded("batch"), BatchColumns.Has("batch", BatchColumns.Disposition, BatchColumns.Vanished))
            : batch.IsLoaded("batch");
        var rows = FactLoad.Rows(context, batch, set, where);
        return batch.HasDeletes
            ? rows with { Columns = rows.Columns.Append(new(BatchColumns.Action.Name, BatchColumns.Of("batch", BatchColumns.Action))).ToEquatableArray() }
            : rows;
    }

    private IEnumerable<MergeMatched> Matched()
    {
        var deleted = context.Target.FirstWith(ColumnRoles.IsDeleted);
        if (batch.HasDeletes && context.Target.Deletes == Deletes.Remove)
        {
            yield return new("The source deleted it.", batch.IsDelete("source"), []);
        }
        else if (batch.HasDeletes && deleted is not null)
        {
            yield return new(
                "The source deleted it: mark it.", Make.And(batch.IsDelete("source"), Make.Not(Make.Column("target", deleted))),
                Touch([new(deleted.Name, Make.True)]));
        }

        // Marks that the platform sets itself fall when the fact is there again, or is told of its own.
        var carried = context.Target.FirstWith(ColumnRoles.IsCarried);
        var marks = new[] { deleted, carried }.OfType<Column>().Where(m => !values.Contains(m)).ToList();
        if (values.Count + marks.Count == 0) yield break;

        var notOlder = KeyedLoad.NotOlder(context.Target, values, []);
        var conditions = new List<Expression>();
        if (batch.HasDeletes) conditions.Add(Make.Not(batch.IsDelete("source")));
        if (notOlder is not null) conditions.Add(carried is null ? notOlder : Make.Or(notOlder, Make.Column("target", carried)));
        conditions.Add(Make.Or(values.Select(FactMilestones.Differs).Concat(marks.Select(m => Make.Column("target", m)))));
        var assignments = values.Select(c => new Assignment(c.Name, FactMilestones.Value(c))).Concat(marks.Select(m => new Assignment(m.Name, Make.False)));
        yield return new("Correct what changed; a replay changes nothing.", Make.And(conditions), Touch(assignments));

        var milestones = values.Where(FactMilestones.Is).ToList();
        if (notOlder is null || milestones.Count == 0) yield break;
        yield return new(
            "An event older than what is known tells milestones alone.",
            Make.And((batch.HasDeletes ? [Make.Not(batch.IsDelete("source"))] : Array.Empty<Expression>())
                .Append(Make.Or(milestones.Select(m => Make.And(FactMilestones.IsOpen(m), FactMilestones.IsTold(m)))))),
            Touch(milestones.Select(m => new Assignment(m.Name, Make.Case([new(FactMilestones.IsOpen(m), Make.Column("source", m))], Make.Column("target", m), m.Type)))));
    }

    private EquatableArray<Assignment> Touch(IEnumerable<Assignment> assignments) => assignments
        .Concat(context.Target.With(ColumnRoles.LoadTime).Where(c => !set.Contains(c)).Select(c => new Assignment(c.Name, LoadVariables.StartedAt)))
        .ToEquatableArray();
}
