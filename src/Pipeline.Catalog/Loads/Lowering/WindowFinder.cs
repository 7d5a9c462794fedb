namespace Pipeline.Catalog;

/// <summary>Tells whether a query computes over the rows around a row.</summary>
internal sealed class WindowFinder : QueryRewriter
{
    private bool found;

    private WindowFinder()
    {
    }

    public static bool IsIn(Query query)
    {
        var finder = new WindowFinder();
        finder.Rewrite(query);
        return finder.found;
    }

    public override Expression Rewrite(Expression expression)
    {
        found |= expression is WindowCall;
        return base.Rewrite(expression);
    }
}
