using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What must hold of a query that is to be written: the last look at it, so that no mistake of the translation becomes SQL.</summary>
internal static class QueryChecks
{
    /// <summary>What is wrong with it, with the way out; null for a sound one.</summary>
    public static string? Find(SelectQuery query, bool isLoad)
    {
        var stray = new ScopeChecker().Check(query);
        if (stray is not null) return $"'{stray}' of an outer row can't be read inside of a query that is a step of its own; filter by it with Where at the end, or join";

        if (isLoad && ReadsStream(query) && query.With.Select(t => t.Query).Append(query).OfType<SelectQuery>().SelectMany(s => s.Joins).Any(j => j.Kind is JoinKind.Right or JoinKind.Full))
        {
            return "a right or full join brings rows that no change row stands for, so they couldn't be accounted for; keep the stream's rows and join the others with Optional()";
        }

        var traced = isLoad ? TracedSteps(query) : [];
        foreach (var step in query.With.Where(s => !traced.Contains(s.Name)))
        {
            if (RejectableFinder.IsIn(step.Query)) return NoRejects(isLoad);
        }

        return isLoad && KeepsRows(query) ? null : RejectableFinder.IsIn(query with { With = [] }) ? NoRejects(isLoad) : null;
    }

    private static bool ReadsStream(SelectQuery query) =>
        query.With.Select(t => t.Query).Append(query).OfType<SelectQuery>().Any(s => s.From is StreamSource || s.Joins.Any(j => j.Source is StreamSource));

    private static string NoRejects(bool isLoad) => isLoad
        ? "OrReject sets single rows of the driving query aside, and here they are grouped, united, made distinct or read beside it; use ?? or a filter"
        : "OrReject sets rows aside, which only a load can do; use ?? or a filter";

    // The steps in which a row of the driver is still itself, from the outermost SELECT inwards.
    private static HashSet<string> TracedSteps(SelectQuery outermost)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (SelectQuery? current = outermost; current is not null && KeepsRows(current);)
        {
            if (current.From is not CommonTableSource source || outermost.With.FirstOrDefault(t => t.Name == source.Name)?.Query is not SelectQuery next || !KeepsRows(next)) break;
            names.Add(source.Name);
            current = next;
        }

        return names;
    }

    private static bool KeepsRows(SelectQuery query) => query.GroupBy.Count == 0 && !query.Distinct && !query.Columns.Any(c => c.Value is AggregateCall);

    private sealed class RejectableFinder : QueryRewriter
    {
        private bool found;

        public static bool IsIn(Query query)
        {
            var finder = new RejectableFinder();
            finder.Rewrite(query);
            return finder.found;
        }

        public override Expression Rewrite(Expression expression)
        {
            found |= expression is Rejectable;
            return base.Rewrite(expression);
        }
    }

    // Each column must be of a source in sight: of its own SELECT or, in a subquery, of one around it.
    private sealed class ScopeChecker : QueryRewriter
    {
        private readonly Stack<HashSet<string>> scopes = new();
        private string? stray;

        public string? Check(Query query)
        {
            Rewrite(query);
            return stray;
        }

        protected override SelectQuery RewriteSelect(SelectQuery select)
        {
            foreach (var step in select.With)
            {
                // A step sees nothing of the queries around it.
                stray ??= new ScopeChecker().Check(step.Query);
            }

            scopes.Push([.. select.Joins.Select(j => j.Source.Alias).Concat(select.From is null ? [] : [select.From.Alias])]);
            base.RewriteSelect(select with { With = [] });
            scopes.Pop();
            return select;
        }

        public override Expression Rewrite(Expression expression)
        {
            if (expression is ColumnReference column && !scopes.Any(s => s.Contains(column.Source))) stray ??= column.Source + "." + column.Column;
            return base.Rewrite(expression);
        }
    }
}
