using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>
/// A query inside of an expression whose filter looks at the query around it in the ways that Snowflake can make a join of: comparisons that have an own
/// operand and an outer one, put together by AND and OR. It refuses NOT above such a comparison, a boolean of the outer row that stands alone, and
/// <c>outer.A IS DISTINCT FROM inner.A</c>, which it takes the other way round.
/// </summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/user-guide/querying-subqueries">Working with subqueries</see>.</remarks>
internal sealed class CorrelatedFilter : QueryRewriter
{
    private readonly Stack<HashSet<string>> sources = new();

    public static Query Of(Query query) => new CorrelatedFilter().Rewrite(query);

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
        if (rewritten.Where is { } where) rewritten = rewritten with { Where = Holds(where, isTrue: true, orUnknown: false) };
        sources.Pop();
        return rewritten;
    }

    // True where the condition has this value, or is null, if that counts too; never a NOT above the outer row.
    private Expression Holds(Expression condition, bool isTrue, bool orUnknown) => condition switch
    {
        _ when !LooksOut(condition) => Negated(condition, isTrue, orUnknown),
        BinaryExpression { Operator: BinaryOperator.And } e => Both(e, isTrue, isTrue, orUnknown),
        BinaryExpression { Operator: BinaryOperator.Or } e => Both(e, !isTrue, isTrue, orUnknown),
        NotExpression e => Holds(e.Operand, !isTrue, orUnknown),
        FunctionCall { Function: "Coalesce", Arguments: { Count: 2 } a } when a[1].Equals(Make.False) => Holds(a[0], isTrue, orUnknown: !isTrue),
        BinaryExpression { Operator: BinaryOperator.Distinct or BinaryOperator.NotDistinct } e => Negated(e, isTrue, orUnknown),
        BinaryExpression e when IsComparison(e.Operator) && !(orUnknown && (IsDocument(e.Left) || IsDocument(e.Right))) =>
            OrNull(Negated(e, isTrue, orUnknown: false), orUnknown, e.Left, e.Right),
        ColumnReference e => OrNull(Make.Equal(e, isTrue ? Make.True : Make.False), orUnknown, e),
        _ => Negated(condition, isTrue, orUnknown),
    };

    private Expression Both(BinaryExpression e, bool isAnd, bool isTrue, bool orUnknown)
    {
        Expression[] terms = [Holds(e.Left, isTrue, orUnknown), Holds(e.Right, isTrue, orUnknown)];
        return isAnd ? Make.And(terms) : Make.Or(terms);
    }

    private static Expression Negated(Expression condition, bool isTrue, bool orUnknown)
    {
        var value = isTrue ? condition : Make.Not(condition);
        return orUnknown && condition.Nullable ? Make.Coalesce(value, Make.True) : value;
    }

    private static Expression OrNull(Expression value, bool orUnknown, params Expression[] operands) =>
        orUnknown ? Make.Or(operands.Where(o => o.Nullable).Select(Make.IsNull).Prepend(value)) : value;

    private static bool IsComparison(BinaryOperator op) => op is BinaryOperator.Equal or BinaryOperator.NotEqual
        or BinaryOperator.LessThan or BinaryOperator.LessOrEqual or BinaryOperator.GreaterThan or BinaryOperator.GreaterOrEqual;

    // JSON's null is null for IS NULL, and compares.
    private static bool IsDocument(Expression operand) => operand.Type.Kind == SqlTypeKind.Variant;

    private bool LooksOut(Expression expression) => OuterReferences.Of(expression).Any(s => s.Length > 0 && !sources.Peek().Contains(s));

    // A constant is of neither: only a column of its own makes an operand the inner one.
    private bool IsInner(Expression operand) => sources.Count > 0 && OuterReferences.Of(operand) is { Count: > 0 } references && references.All(sources.Peek().Contains);
}
