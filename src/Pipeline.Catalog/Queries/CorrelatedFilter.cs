namespace Pipeline.Catalog;

/// <summary>
/// A query within an expression whose filters look at the rows around it in the ways that Snowflake can make a join of: comparisons that keep each row on a
/// side of its own, put together by AND and OR.
/// </summary>
/// <remarks>
/// It refuses NOT above such a comparison, a boolean of the outer row that stands alone, <c>IS DISTINCT FROM</c>, a NOT IN, a CASE, and two values of the outer
/// row that are compared with each other. What says the same in other words is said so; what has none stays, and <see cref="RefusedCorrelation"/> finds it.
/// See <see href="https://docs.snowflake.com/en/user-guide/querying-subqueries">Working with subqueries</see>.
/// </remarks>
public sealed class CorrelatedFilter : QueryRewriter
{
    private const int MostBranches = 8;

    private static readonly Literal One = Literal.Integer(1) with { Type = SqlType.Int32 };
    private static readonly Literal Zero = Literal.Integer(0) with { Type = SqlType.Int32 };

    private readonly Stack<RowSides> selects = new();

    private CorrelatedFilter()
    {
    }

    /// <summary>The query of an EXISTS or of a value.</summary>
    public static Query Of(Query query) => new CorrelatedFilter().Rewrite(query);

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        selects.Push(new(select));
        var rewritten = base.RewriteSelect(select);
        if (rewritten.Where is { } where) rewritten = rewritten with { Where = Holds(where, isTrue: true, orUnknown: false) };
        if (rewritten.Joins.Any(j => j is { Kind: JoinKind.Inner, On: { } on } && Sides.LooksOut(on)))
        {
            rewritten = rewritten with { Joins = rewritten.Joins.Select(j => j is { Kind: JoinKind.Inner, On: { } on } ? j with { On = Holds(on, isTrue: true, orUnknown: false) } : j).ToEquatableArray() };
        }

        selects.Pop();
        return rewritten;
    }

    private RowSides Sides => selects.Peek();

    // True where the condition has this value, or is null, if that counts too; never a NOT above the outer row.
    private Expression Holds(Expression condition, bool isTrue, bool orUnknown) => condition switch
    {
        Literal { Value: { } value } => (value == Make.True.Value) == isTrue ? Make.True : Make.False,
        _ when !Sides.LooksOut(condition) => Negated(condition, isTrue, orUnknown),
        BinaryExpression { Operator: BinaryOperator.And } e => Both(e, isTrue, isTrue, orUnknown),
        BinaryExpression { Operator: BinaryOperator.Or } e => Both(e, !isTrue, isTrue, orUnknown),
        NotExpression e => Holds(e.Operand, !isTrue, orUnknown),
        FunctionCall { Function: "Coalesce", Arguments: { Count: 2 } a } when a[1].Equals(Make.False) => Holds(a[0], isTrue, orUnknown: !isTrue),
        ColumnReference e => OrNull(Make.Equal(e, isTrue ? Make.True : Make.False), orUnknown, e),
        BinaryExpression { Operator: BinaryOperator.Distinct or BinaryOperator.NotDistinct } e when !IsOfOuterRowsAlone(e) => NullSafe(e, isTrue),
        BinaryExpression e when IsComparison(e.Operator) && !IsOfOuterRowsAlone(e) => Compared(e, isTrue, orUnknown),
        IsNullExpression e => e with { Negated = e.Negated == isTrue },
        InExpression e => Listed(e, isTrue, orUnknown),
        ExistsExpression e => e with { Negated = e.Negated == isTrue },
        // In a filter null is no more than false, and LIKE is a comparison.
        FunctionCall e when isTrue && RefusedCorrelation.IsPattern(e) && e.Arguments.Count(a => Sides.Of(a) == RowSide.Outer) < 2 => e with { Nullable = e.Arguments.Any(a => a.Nullable) },
        _ when Sides.Of(condition) == RowSide.Outer && !HasQuery(condition) => AsNumber(Negated(condition, isTrue, orUnknown)),
        CaseExpression { Branches.Count: <= MostBranches } e => Chosen(e, isTrue, orUnknown),
        _ => Negated(condition, isTrue, orUnknown),
    };

    private Expression Both(BinaryExpression e, bool isAnd, bool isTrue, bool orUnknown)
    {
        var (left, right) = (Holds(e.Left, isTrue, orUnknown), Holds(e.Right, isTrue, orUnknown));
        return isAnd ? And(left, right) : Or(left, right);
    }

    // Two values of the outer row, and no own one: Snowflake looks for a side of each row.
    private bool IsOfOuterRowsAlone(BinaryExpression e) => Sides.Of(e.Left) == RowSide.Outer && Sides.Of(e.Right) == RowSide.Outer;

    private static Expression Compared(BinaryExpression e, bool isTrue, bool orUnknown) =>
        orUnknown && (IsDocument(e.Left) || IsDocument(e.Right)) ? Negated(e, isTrue, orUnknown) : OrNull(Negated(e, isTrue, orUnknown: false), orUnknown, e.Left, e.Right);

    // IS NOT DISTINCT FROM is a comparison to Snowflake, with the own value first; IS DISTINCT FROM is its negation.
    private Expression NullSafe(BinaryExpression e, bool isTrue)
    {
        var isSame = (e.Operator == BinaryOperator.NotDistinct) == isTrue;
        var (own, other) = (Sides.Of(e.Left) & RowSide.Inner) == 0 && (Sides.Of(e.Right) & RowSide.Inner) != 0 ? (e.Right, e.Left) : (e.Left, e.Right);
        if (isSame || IsDocument(own) || IsDocument(other)) return e with { Operator = isSame ? BinaryOperator.NotDistinct : BinaryOperator.Distinct, Left = own, Right = other };
        Expression different = Make.Compare(BinaryOperator.NotEqual, own, other);
        return (own.Nullable, other.Nullable) switch
        {
            (false, false) => different,
            (true, true) => Make.Or(different, Make.And(Make.IsNull(own), Make.IsNotNull(other)), Make.And(Make.IsNotNull(own), Make.IsNull(other))),
            _ => OrNull(different, true, own, other),
        };
    }

    // A list says the same as comparisons do; with a value of the outer row before it, or as NOT IN, Snowflake takes these alone.
    private Expression Listed(InExpression e, bool isTrue, bool orUnknown)
    {
        var isIn = e.Negated != isTrue;
        if (isIn && !orUnknown && (Sides.Of(e.Operand) & RowSide.Outer) == 0) return e with { Negated = false };
        var equalities = Make.Or(e.Values.Select(v => Make.Equal(e.Operand, v)));
        return Holds(equalities, isIn, orUnknown);
    }

    // The first branch that holds decides, so those before it don't.
    private Expression Chosen(CaseExpression e, bool isTrue, bool orUnknown)
    {
        Expression result = Make.False, passed = Make.True;
        foreach (var branch in e.Branches)
        {
            result = Or(result, And(passed, And(Holds(branch.When, isTrue: true, orUnknown: false), Holds(branch.Then, isTrue, orUnknown))));
            passed = And(passed, Holds(branch.When, isTrue: false, orUnknown: true));
        }

        return Or(result, And(passed, e.Else is { } otherwise ? Holds(otherwise, isTrue, orUnknown) : orUnknown ? Make.True : Make.False));
    }

    // A condition of the outer row as a value of it, which is compared.
    private static Expression AsNumber(Expression condition) => Make.Equal(Make.Case([new(condition, One)], Zero, SqlType.Int32), One);

    private static Expression And(Expression left, Expression right) =>
        left == Make.True ? right : right == Make.True ? left : left == Make.False || right == Make.False ? Make.False : Make.And(left, right);

    private static Expression Or(Expression left, Expression right) =>
        left == Make.False ? right : right == Make.False ? left : left == Make.True || right == Make.True ? Make.True : Make.Or(left, right);

    private static Expression Negated(Expression condition, bool isTrue, bool orUnknown)
    {
        var value = isTrue ? condition : condition is BinaryExpression e && e.Operator.Opposite() is { } opposite ? e with { Operator = opposite } : Make.Not(condition);
        return orUnknown && condition.Nullable ? Make.Coalesce(value, Make.True) : value;
    }

    private static Expression OrNull(Expression value, bool orUnknown, params Expression[] operands) =>
        orUnknown ? Make.Or(operands.Where(o => o.Nullable).Select(Make.IsNull).Prepend(value)) : value;

    internal static bool IsComparison(BinaryOperator op) => op is BinaryOperator.Equal or BinaryOperator.NotEqual
        or BinaryOperator.LessThan or BinaryOperator.LessOrEqual or BinaryOperator.GreaterThan or BinaryOperator.GreaterOrEqual;

    // JSON's null is null for IS NULL, and compares.
    private static bool IsDocument(Expression operand) => operand.Type.Kind == SqlTypeKind.Variant;

    private static bool HasQuery(Expression expression) => QueriesWithin.Of(expression).Count > 0;
}
