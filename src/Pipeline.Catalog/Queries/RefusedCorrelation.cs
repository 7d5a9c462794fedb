namespace Pipeline.Catalog;

/// <summary>
/// What of a query within an expression reads the rows around it in a way that Snowflake makes no join of: it tells "Unsupported subquery type cannot be
/// evaluated", in part when a view is read that could be made.
/// </summary>
/// <remarks>
/// It is asked of the words of <see cref="CorrelatedFilter"/>. Each query is judged by itself: what is outside of it is outside for the queries within it too.
/// See <see href="https://docs.snowflake.com/en/user-guide/querying-subqueries">Working with subqueries</see>.
/// </remarks>
public sealed class RefusedCorrelation
{
    private static readonly string[] Patterns = ["Like", "ILike"];

    private readonly List<CorrelationFault> found = [];

    private RefusedCorrelation()
    {
    }

    /// <summary>The faults of the outermost queries of an expression, none for sound ones.</summary>
    public static IReadOnlyList<CorrelationFault> In(Expression expression)
    {
        var check = new RefusedCorrelation();
        foreach (var (query, isValue) in QueriesWithin.Of(expression)) check.Look(CorrelatedFilter.Of(query), isValue);
        return check.found;
    }

    /// <summary>Whether it is spelled as a comparison with a pattern.</summary>
    internal static bool IsPattern(FunctionCall call) => Patterns.Contains(call.Function);

    private void Look(Query query, bool isValue)
    {
        switch (query)
        {
            case SelectQuery select: Look(select, new(select), isValue); break;
            case SetQuery when OuterReferences.Of(query).Any(s => s.Length > 0): found.Add(CorrelationFault.Set); break;
        }
    }

    private void Look(SelectQuery select, RowSides sides, bool isValue)
    {
        if ((sides.Of(select) & RowSide.Outer) == 0) return;
        if (select.Take is not null || select.Skip is not null) found.Add(CorrelationFault.Cut);
        if (select.GroupBy.Count > 0 && (isValue || select.GroupBy.Any(sides.LooksOut))) found.Add(CorrelationFault.Value);
        if ((isValue && select.Columns.Any(c => sides.LooksOut(c.Value))) || select.OrderBy.Any(o => sides.LooksOut(o.Value))) found.Add(CorrelationFault.Value);
        if (select.Qualify is { } qualify && (isValue || sides.LooksOut(qualify))) found.Add(CorrelationFault.Value);
        foreach (var source in select.Joins.Select(j => j.Source).Prepend(select.From))
        {
            if (source is not null && (sides.Of(source) & RowSide.Outer) != 0) found.Add(CorrelationFault.Rows);
        }

        foreach (var join in select.Joins)
        {
            if (join.Match is { } match && sides.LooksOut(match)) found.Add(CorrelationFault.Rows);
            if (join.On is not { } on || !sides.LooksOut(on)) continue;
            if (join.Kind == JoinKind.Inner) Filter(on, sides);
            else found.Add(CorrelationFault.Rows);
        }

        if (select.Where is { } where) Filter(where, sides);
        if (select.Having is { } having) Filter(having, sides);
    }

    private void Filter(Expression condition, RowSides sides)
    {
        switch (condition)
        {
            case var _ when !sides.LooksOut(condition): break;
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } e:
                Filter(e.Left, sides);
                Filter(e.Right, sides);
                break;
            case var _ when QueriesWithin.Of(condition).Any(q => (sides.Of(q.Query) & RowSide.Outer) != 0): found.Add(CorrelationFault.Nested); break;
            case var _ when !IsJoinable(condition, sides): found.Add(CorrelationFault.Condition); break;
        }
    }

    // Each operand reads the rows of one query, and not all of them those outside.
    private static bool IsJoinable(Expression condition, RowSides sides) => condition switch
    {
        BinaryExpression e when CorrelatedFilter.IsComparison(e.Operator) || e.Operator == BinaryOperator.NotDistinct => AreApart(sides, e.Left, e.Right),
        IsNullExpression e => sides.Of(e.Operand) != RowSide.Both,
        InExpression { Negated: false } e => (sides.Of(e.Operand) & RowSide.Outer) == 0 && e.Values.All(v => sides.Of(v) != RowSide.Both),
        FunctionCall e when IsPattern(e) && e.Nullable == e.Arguments.Any(a => a.Nullable) => AreApart(sides, [.. e.Arguments]),
        _ => false,
    };

    private static bool AreApart(RowSides sides, params Expression[] operands) =>
        operands.All(o => sides.Of(o) != RowSide.Both) && operands.Count(o => sides.Of(o) == RowSide.Outer) < 2;
}
