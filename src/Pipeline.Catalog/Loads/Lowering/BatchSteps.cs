namespace Pipeline.Catalog;

/// <summary>What every load does before it touches its target: reads the stream once into the batch, and says of each row what becomes of it.</summary>
internal sealed class BatchSteps
{
    /// <summary>What the statement is for that fills the batch from a stream.</summary>
    public const string ReadsStream = "Read the stream once: what it shows is the same for every statement of this transaction.";

    /// <summary>And from the rows of a backfill.</summary>
    public const string ReadsRange = "Read these rows as the load reads its stream.";

    private const string Checked = "CHECKED_ROWS";

    private readonly LoadContext context;
    private readonly IReadOnlyList<BatchColumn> hidden;
    private readonly bool isRanked;

    public BatchSteps(LoadContext context)
    {
        this.context = context;
        var builder = new BatchQueryBuilder(context);
        Query = builder.Build();
        isRanked = builder.IsRanked;
        hidden = builder.Hidden;
    }

    public BatchQuery Query { get; }

    /// <summary>Whether the model itself keeps one row of each key.</summary>
    public bool IsRanked => isRanked;

    /// <summary>Whether rows that the source deleted are in the batch.</summary>
    public bool HasDeletes => context.TakesDeletes && Query.IsTraced;

    /// <summary>The target's columns that the query sets and the batch holds; keys that are looked up are not yet known.</summary>
    public IEnumerable<Column> Columns => Query.Columns.Where(c => Query.Lookups.All(l => l.Column.Name != c.Name));

    /// <summary>Whether a row that its source deleted may be rejected.</summary>
    public bool RejectsDeletes => HasDeletes && Query.Checks.Any(c => c.OfTheKey);

    public bool Rejects => Query.Checks.Count > 0 || Query.Lookups.Any(FactLookups.Rejects) || LatenessHorizon.DaysOf(context) is not null;

    /// <param name="more">Columns that are filled by statements of their own, and null till then.</param>
    public CreateBatchStatement Create(params IEnumerable<BatchColumn> more) => new(
        "The rows of this run, with what becomes of each; only this session sees it.", context.Batch,
        Columns.Select(c => new BatchColumn(c.Name, c.Type)).Concat(Kept).Append(BatchColumns.Rule).Append(BatchColumns.Disposition).Concat(more).ToEquatableArray());

    public InsertStatement Fill()
    {
        var steps = Query.Steps.ToList();
        var (from, alias) = (Query.Rows, BatchQuery.Alias);
        if (Query.Checks.Count > 0)
        {
            steps.Add(new(Checked, CheckedRows()) { Comment = "The first rule that a row breaks, if any." });
            (from, alias) = (Checked, "checked");
        }

        var disposition = Disposition(alias);
        var columns = Columns.Select(c => c.Name).Concat(Kept.Select(k => k.Name))
            .Append(BatchColumns.Rule.Name).Append(BatchColumns.Disposition.Name).ToList();
        var milestones = context.Load.Mode == LoadMode.Merge ? new HashSet<string>(FactMilestones.In(Query), StringComparer.Ordinal) : [];
        Expression Value(ColumnReference value) => milestones.Contains(value.Column)
            ? FactMilestones.Newest(value, Identity(alias).Concat(IsSound(alias) is { } sound ? [sound] : []), NewestFirst(alias))
            : value;
        var projections = Columns.Select(c => new Projection(c.Name, Value(Make.Column(alias, c))))
            .Concat(Kept.Select(k => new Projection(k.Name, Value(BatchColumns.Of(alias, k)))))
            .Append(new(BatchColumns.Rule.Name, Query.Checks.Count > 0 ? BatchColumns.Of(alias, BatchColumns.Rule) : Literal.Null(SqlType.Text)))
            .Append(new(BatchColumns.Disposition.Name, disposition));

        return new(
            context.Stream is null
                ? "Read the sources once."
                : ReadsStream,
            context.BatchSource("batch"), columns.ToEquatableArray(),
            new SelectQuery(projections.ToEquatableArray()) { With = steps.ToEquatableArray(), From = new CommonTableSource(alias, from) });
    }

    /// <summary>The rows of the batch that are to be loaded, under an alias.</summary>
    public Expression IsLoaded(string alias) => BatchColumns.Has(alias, BatchColumns.Disposition, BatchColumns.Load);

    public Expression IsDelete(string alias) => BatchColumns.Has(alias, BatchColumns.Action, BatchColumns.Delete);

    /// <summary>The rows to be loaded that aren't deletes.</summary>
    public Expression IsLive(string alias) => HasDeletes ? Make.And(IsLoaded(alias), Make.Not(IsDelete(alias))) : IsLoaded(alias);

    /// <summary>The rows that the query gave of the stream; null where the batch has no others.</summary>
    public Expression? IsRead(string alias) => context.Rekeys || FactVanished.AreRead(context, this)
        ? new InExpression(BatchColumns.Of(alias, BatchColumns.Disposition), [Literal.Text(BatchColumns.Rekey), Literal.Text(BatchColumns.Waiting), Literal.Text(BatchColumns.Vanished)], Negated: true)
        : null;

    // Checks and the rank have done their work once the disposition is known; the rest is asked for later.
    private IEnumerable<BatchColumn> Kept => hidden.Where(h =>
        h.Name == BatchColumns.RowId.Name ? Query.Checks.Count > 0 || Rejects || Query.Unfolds
        : !h.Name.StartsWith("BATCH_CHECK_", StringComparison.Ordinal) && h != BatchQueryBuilder.Rank && !Query.TieBreak.Contains(h));

    private SelectQuery CheckedRows()
    {
        var alias = BatchQuery.Alias;
        IEnumerable<CaseBranch> Of(IEnumerable<RowCheck> checks) => checks.Select(c => new CaseBranch(c.Condition, Literal.Text(c.Rule)));
        var branches = HasDeletes && Query.Checks.Any(c => !c.OfTheKey)
            ? Of(Query.Checks.Where(c => c.OfTheKey)).Append(new(IsDelete(alias), Literal.Null(SqlType.Text))).Concat(Of(Query.Checks.Where(c => !c.OfTheKey)))
            : Of(Query.Checks);
        var passed = hidden.Where(h => !h.Name.StartsWith("BATCH_CHECK_", StringComparison.Ordinal));
        return new SelectQuery(Columns.Select(c => new Projection(c.Name, Make.Column(alias, c)))
            .Concat(passed.Select(h => new Projection(h.Name, BatchColumns.Of(alias, h))))
            .Append(new(BatchColumns.Rule.Name, Make.Case(branches, null, SqlType.Text)))
            .ToEquatableArray())
        {
            From = new CommonTableSource(alias, Query.Rows),
        };
    }

    private Expression? IsSound(string alias) => Query.Checks.Count > 0 ? Make.IsNull(BatchColumns.Of(alias, BatchColumns.Rule)) : null;

    private Expression Disposition(string alias)
    {
        var branches = new List<CaseBranch>();
        var isSound = new List<Expression>();
        if (isRanked)
        {
            var rank = BatchColumns.Of(alias, BatchQueryBuilder.Rank);
            branches.Add(new(Make.Compare(BinaryOperator.GreaterThan, rank, Literal.Integer(1)), Literal.Text(BatchColumns.Duplicate)));
            isSound.Add(Make.Equal(rank, Literal.Integer(1)));
        }

        if (Query.Checks.Count > 0)
        {
            var rule = BatchColumns.Of(alias, BatchColumns.Rule);
            branches.Add(new(Make.IsNotNull(rule), Literal.Text(BatchColumns.Reject)));
            if (Query.Checks.Any(c => !c.OfTheKey)) isSound.Add(Make.IsNull(rule));
        }

        if (Identity(alias).ToList() is { Count: > 0 } identity)
        {
            var partition = isSound.Count > 0 ? identity.Append(Make.And(isSound)) : identity;
            var newest = NewestFirst(alias).ToList();
            // Snowflake numbers rows in an order alone; where nothing tells them apart, any will do.
            if (newest.Count == 0) newest.Add(new(identity[0]));
            var number = Make.RowNumber(partition, newest);
            branches.Add(new(Make.Compare(BinaryOperator.GreaterThan, number, Literal.Integer(1)), Literal.Text(BatchColumns.Duplicate)));
        }

        return branches.Count == 0 ? Literal.Text(BatchColumns.Load) : Make.Case(branches, Literal.Text(BatchColumns.Load), SqlType.Text);
    }

    /// <summary>What makes two rows of the batch one: the key, and for a history the time; of a key that is looked up, what it is looked up by.</summary>
    public IEnumerable<Expression> Identity(string alias)
    {
        if (context.Load.Mode != LoadMode.Merge) yield break;
        var key = context.Target is DimensionObject { Scd: Scd.Type2 }
            ? context.Key.Concat(context.Target.With(ColumnRoles.ValidFrom)).Distinct()
            : context.Key;
        foreach (var column in key)
        {
            if (Query.Lookups.FirstOrDefault(l => l.Column.Name == column.Name) is { } lookup)
            {
                foreach (var match in lookup.Matches) yield return BatchColumns.Of(alias, match.Value);
            }
            else
            {
                yield return Make.Column(alias, column);
            }
        }
    }

    /// <summary>What decides among rows of one identity: an insert over a delete, the sequence, then what came last.</summary>
    public IEnumerable<Ordering> NewestFirst(string alias)
    {
        if (HasDeletes) yield return new(Make.Case([new(IsDelete(alias), Literal.Integer(1))], Literal.Integer(0), SqlType.Int64));
        foreach (var order in SequenceOrder.NewestFirst(context.Target, alias, Columns.Contains)) yield return order;
        foreach (var column in Query.TieBreak) yield return new(BatchColumns.Of(alias, column), Descending: true);
    }
}
