using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>What is known not to be null because a condition has been tried: C# follows the flow, and so does the check of NOT NULL columns.</summary>
internal static class Facts
{
    /// <summary>What isn't null where the condition holds.</summary>
    public static IEnumerable<Expression> Of(Expression condition) => condition switch
    {
        BinaryExpression { Operator: BinaryOperator.And } and => Of(and.Left).Concat(Of(and.Right)),
        IsNullExpression { Negated: true, Operand: var there } => Behind(there),
        NotExpression { Operand: var not } => OfNot(not),
        BinaryExpression { Operator: BinaryOperator.NotDistinct, Right.Nullable: false, Left: var same } => Behind(same),
        BinaryExpression
        {
            Operator: BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.LessThan or BinaryOperator.LessOrEqual
                or BinaryOperator.GreaterThan or BinaryOperator.GreaterOrEqual,
        } comparison => Behind(comparison.Left).Concat(Behind(comparison.Right)),
        InExpression { Negated: false, Operand: var listed } => Behind(listed),
        _ => [],
    };

    /// <summary>What isn't null where the condition doesn't hold.</summary>
    public static IEnumerable<Expression> OfNot(Expression condition) => condition switch
    {
        BinaryExpression { Operator: BinaryOperator.Or } or => OfNot(or.Left).Concat(OfNot(or.Right)),
        IsNullExpression { Negated: false, Operand: var there } => Behind(there),
        NotExpression { Operand: var not } => Of(not),

        // x is null or equal to "" says COALESCE(x, '') = ''.
        BinaryExpression { Operator: BinaryOperator.Equal, Left: FunctionCall { Function: "Coalesce", Arguments: [var value, Literal { Value: not null } missing] }, Right: Literal other }
            when missing.Equals(other) => Behind(value),
        _ => [],
    };

    /// <summary>The expression, not nullable where that is known.</summary>
    public static Expression Apply(Expression expression, IReadOnlyCollection<Expression> known)
    {
        if (!expression.Nullable || known.Count == 0 || !known.Contains(expression)) return expression;
        return expression switch
        {
            ColumnReference column => column with { Nullable = false },
            FunctionCall call => call with { Nullable = false },
            CaseExpression choice => choice with { Nullable = false },
            BinaryExpression binary => binary with { Nullable = false },
            JsonPath path => path with { Nullable = false },
            _ => expression,
        };
    }

    // Some functions pass over a null, or take one for something else.
    private static IEnumerable<Expression> Needed(FunctionCall call) => call.Function switch
    {
        "Coalesce" or "ZeroIfNull" or "LeastPresent" or "GreatestPresent" or "JsonObject" or "ArrayConstruct" => [],
        "NullIf" or "Div0Null" or "ObjectPick" => call.Arguments.Take(1),
        _ => call.Arguments,
    };

    // A function that gives null for null wasn't given null where its result is none.
    private static IEnumerable<Expression> Behind(Expression expression)
    {
        if (!expression.Nullable) yield break;
        yield return expression;
        IEnumerable<Expression> operands = expression switch
        {
            FunctionCall call => Needed(call),
            CastExpression cast => [cast.Operand],
            BinaryExpression { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide } sum => [sum.Left, sum.Right],
            _ => [],
        };
        foreach (var known in operands.SelectMany(Behind)) yield return known;
    }
}
