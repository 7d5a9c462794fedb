namespace Pipeline.Catalog;

/// <summary>Operators of two operands. Division of integers truncates; <see cref="Distinct"/> and <see cref="NotDistinct"/> compare null-safe.</summary>
public enum BinaryOperator
{
    Add, Subtract, Multiply, Divide, IntegerDivide, Modulo,
    Equal, NotEqual, LessThan, LessOrEqual, GreaterThan, GreaterOrEqual, Distinct, NotDistinct,
    And, Or, Concat,
}
