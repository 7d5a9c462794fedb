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
        (string, int)? call = expression switch
        {
            FunctionCall e => (e.Function, e.Arguments.Count),
            AggregateCall e => ("Group." + e.Function, e.Arguments.Count),
            WindowCall e => ("Window." + e.Function, e.Arguments.Count),
            _ => null,
        };
        if (call is { } named) found.Add(named);
        return base.Rewrite(expression);
    }
}
