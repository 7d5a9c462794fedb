using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Tells whether a dynamic table of this query can be refreshed by the changes of its tables.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/dynamic-tables-supported-queries"/></remarks>
internal sealed class IncrementalQuery : QueryRewriter
{
    private static readonly HashSet<string> Clock = new(["Now", "Today", "UtcNow", "CurrentTimestamp", "CurrentDate"], StringComparer.Ordinal);

    private string? problem;

    private IncrementalQuery()
    {
    }

    /// <summary>The first thing in the query that Snowflake can't refresh incrementally, in words; null where there is none.</summary>
    public static string? Problem(Query query)
    {
        var check = new IncrementalQuery();
        check.Rewrite(query);
        return check.problem;
    }

    public override Query Rewrite(Query query)
    {
        if (query is SetQuery { Operator: SetOperator.Except or SetOperator.Intersect }) Note("it compares whole sets of rows (EXCEPT, INTERSECT)");
        if (query.With.Any(t => t.IsRecursive)) Note("it reads itself (WITH RECURSIVE)");
        return base.Rewrite(query);
    }

    public override Expression Rewrite(Expression expression)
    {
        if (expression is ExistsExpression or ScalarSubquery) Note("it asks a subquery for each row");
        else if (expression is FunctionCall call && Clock.Contains(call.Function)) Note("it asks for the time of the refresh");
        return base.Rewrite(expression);
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        if (select.Take is not null || select.Skip is not null) Note("it keeps the first rows of an order (LIMIT)");
        if (select.Joins.Any(j => j.Kind == JoinKind.AsOf)) Note("it joins the nearest row in time (ASOF JOIN)");
        if (select.Joins.Any(j => j.Kind is JoinKind.Left or JoinKind.Right or JoinKind.Full && j.On is { } on && !IsEquality(on))) Note("an outer join compares by more than equality");
        return base.RewriteSelect(select);
    }

    private static bool IsEquality(Expression on) => on switch
    {
        BinaryExpression { Operator: BinaryOperator.And } both => IsEquality(both.Left) && IsEquality(both.Right),
        BinaryExpression { Operator: BinaryOperator.Equal } => true,
        _ => false,
    };

    private void Note(string what) => problem ??= what;
}
