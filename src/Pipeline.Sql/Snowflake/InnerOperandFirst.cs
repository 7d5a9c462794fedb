using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>
/// A query inside of an expression, its null-safe comparisons with the query around it turned so that its own column stands first: Snowflake evaluates
/// <c>inner.A IS DISTINCT FROM outer.A</c> and refuses the same the other way round as an unsupported subquery.
/// </summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/user-guide/querying-subqueries">Working with subqueries</see>.</remarks>
internal sealed class InnerOperandFirst : QueryRewriter
{
    private readonly Stack<HashSet<string>> sources = new();

    public static Query Of(Query query) => new InnerOperandFirst().Rewrite(query);

    public override Expression Rewrite(Expression expression)
    {
        var rewritten = base.Rewrite(expression);
        return rewritten is BinaryExpression { Operator: BinaryOperator.Distinct or BinaryOperator.NotDistinct } e && !IsInner(e.Left) && IsInner(e.Right)
            ? e with { Left = e.Right, Right = e.Left }
            : rewritten;
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        sources.Push(new(select.Joins.Select(j => j.Source).Prepend(select.From).Where(s => s is not null).Select(s => s!.Alias), StringComparer.Ordinal));
        var rewritten = base.RewriteSelect(select);
        sources.Pop();
        return rewritten;
    }

    // A constant is of neither: only a column of its own makes an operand the inner one.
    private bool IsInner(Expression operand) => sources.Count > 0 && OuterReferences.Of(operand) is { Count: > 0 } references && references.All(sources.Peek().Contains);
}
