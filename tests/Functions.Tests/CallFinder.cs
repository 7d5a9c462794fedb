using Pipeline.Catalog;

namespace Functions.Tests;

/// <summary>Which functions a query calls, and with how many arguments.</summary>
internal sealed class CallFinder : QueryRewriter
{
    private readonly HashSet<(string Name, int Arguments)> found = [];

    public static IReadOnlySet<(string Name, int Arguments)> In(IEnumerable<Pipeline.Catalog.Query> queries)
    {
        var finder = new CallFinder();
        foreach (var query in queries) finder.Rewrite(query);
        return finder.found;
    }

    public override Expression Rewrite(Expression expression)
    {
        if (expression is FunctionCall call) found.Add((call.Function, call.Arguments.Count));
        return base.Rewrite(expression);
    }
}
