namespace Pipeline.Catalog;

/// <summary>For a driver that may have several rows of a fact: the last of all of them decides, not the last of those that the changed members have.</summary>
internal sealed class TouchedFacts
{
    private const string Name = "TOUCHED_FACTS";

    private readonly IReadOnlyList<Expression> facts;
    private readonly IReadOnlyList<Ordering> newestFirst;

    public TouchedFacts(LoadContext context, BatchSteps batch, BatchQuery history, Join changed)
    {
        var alias = BatchQuery.Alias;
        var identity = batch.Identity(alias).OfType<ColumnReference>().ToList();
        Step = new(Name, new SelectQuery(identity.Select(i => new Projection(i.Column, i)).ToEquatableArray())
        {
            Distinct = true, From = new CommonTableSource(alias, history.Rows), Joins = [changed],
        })
        {
            Comment = "The facts that have such a row; of all their rows the last one counts.",
        };
        Join = new(JoinKind.Inner, new CommonTableSource("touched", Name), Make.And(identity.Select(i => Make.Equal(i with { Source = "touched" }, i))));
        facts = identity;
        newestFirst = [.. context.Target.With(ColumnRoles.Sequence).Where(c => batch.Columns.Contains(c)).Select(c => new Ordering(Make.Column(alias, c), true))
            .Concat(history.TieBreak.Select(t => new Ordering(BatchColumns.Of(alias, t), true)))];
        IsLast = Make.Equal(Make.RowNumber(identity, newestFirst), Literal.Integer(1));
    }

    public CommonTable Step { get; }

    public Join Join { get; }

    public Expression IsLast { get; }

    /// <summary>Of the values that all rows of the fact tell, the newest.</summary>
    public Expression NewestOf(Expression value) => FactMilestones.Newest(value, facts, newestFirst);
}
