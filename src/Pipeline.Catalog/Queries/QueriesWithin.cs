namespace Pipeline.Catalog;

/// <summary>The queries that stand in an expression, the outermost of them alone.</summary>
public sealed class QueriesWithin : QueryRewriter
{
    private readonly List<(Query Query, bool IsValue)> found = [];

    private QueriesWithin()
    {
    }

    /// <summary>The queries, and of each whether one value is taken of it rather than whether it has rows.</summary>
    public static IReadOnlyList<(Query Query, bool IsValue)> Of(Expression expression)
    {
        var within = new QueriesWithin();
        within.Rewrite(expression);
        return within.found;
    }

    public override Expression Rewrite(Expression expression)
    {
        switch (expression)
        {
            case ExistsExpression exists:
                found.Add((exists.Query, IsValue: false));
                return expression;
            case ScalarSubquery value:
                found.Add((value.Query, IsValue: true));
                return expression;
            default:
                return base.Rewrite(expression);
        }
    }
}
