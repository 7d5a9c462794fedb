namespace Pipeline.Catalog;

/// <summary>What comparisons have to do with one another.</summary>
public static class BinaryOperators
{
    /// <summary>The comparison that holds where this one doesn't; of a null both are null. Null for what is no comparison.</summary>
    public static BinaryOperator? Opposite(this BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.LessThan => BinaryOperator.GreaterOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterThan,
        BinaryOperator.GreaterThan => BinaryOperator.LessOrEqual,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessThan,
        BinaryOperator.Distinct => BinaryOperator.NotDistinct,
        BinaryOperator.NotDistinct => BinaryOperator.Distinct,
        _ => null,
    };
}
