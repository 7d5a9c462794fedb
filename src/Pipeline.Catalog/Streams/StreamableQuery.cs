namespace Pipeline.Catalog;

/// <summary>Tells whether the changes of a view can be told from those of its tables: projections, filters, inner and cross joins, UNION ALL.</summary>
internal sealed class StreamableQuery : QueryRewriter
{
    private string? problem;

    private StreamableQuery()
    {
    }

    /// <summary>The first thing in the query that a stream on it doesn't allow, as what the view does; null where there is none.</summary>
    public static string? Problem(Query query)
    {
        var check = new StreamableQuery();
        check.Rewrite(query);
        return check.problem is null ? null : check.problem + "; leave that to the load: a stream on a view takes projections, filters, inner and cross joins and UNION ALL alone";
    }

    public override Query Rewrite(Query query)
    {
        if (query is SetQuery { Operator: not SetOperator.UnionAll }) Note("compares its parts row by row");
        return base.Rewrite(query);
    }

    public override Source Rewrite(Source source)
    {
        if (source is FlattenSource) Note("flattens an array");
        else if (source is DaysSource) Note("makes up its rows");
        else if (source is StreamSource) Note("reads a stream");
        return base.Rewrite(source);
    }

    public override Expression Rewrite(Expression expression)
    {
        if (expression is AggregateCall) Note("aggregates rows");
        else if (expression is WindowCall) Note("compares a row with its neighbours");
        else if (expression is ExistsExpression or ScalarSubquery or KeyLookup) Note("asks a subquery for each row");
        return base.Rewrite(expression);
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        if (select.From is null) Note("makes up its rows");
        if (select.Distinct) Note("shows distinct rows");
        if (select.GroupBy.Count > 0) Note("groups rows");
        if (select.Qualify is not null) Note("compares a row with its neighbours");
        if (select.OrderBy.Count > 0 || select.Skip is not null || select.Take is not null) Note("orders or limits its rows");
        if (select.Joins.Any(j => j.Kind is not (JoinKind.Inner or JoinKind.Cross))) Note("has an outer join");
        return base.RewriteSelect(select);
    }

    private void Note(string what) => problem ??= what;
}
