namespace Pipeline.Catalog;

/// <summary>Conditions that AND puts together.</summary>
public static class Conjunction
{
    /// <summary>Each of them; none where there is no condition.</summary>
    public static IEnumerable<Expression> Of(Expression? condition) => condition switch
    {
        null => [],
        BinaryExpression { Operator: BinaryOperator.And } and => Of(and.Left).Concat(Of(and.Right)),
        _ => [condition],
    };
}
