namespace Pipeline.Catalog.Lineage;

/// <summary>The values of an expression without which its row is rejected.</summary>
internal sealed class RejectableFinder : QueryRewriter
{
    private readonly List<Expression> found = [];

    private RejectableFinder()
    {
    }

    public static IReadOnlyList<Expression> In(Expression expression)
    {
        var finder = new RejectableFinder();
        finder.Rewrite(expression);
        return finder.found;
    }

    public override Expression Rewrite(Expression expression)
    {
        if (expression is Rejectable rejectable) found.Add(rejectable.Operand);
        return base.Rewrite(expression);
    }

    // Of a subquery, its own select has them.
    public override Query Rewrite(Query query) => query;
}
