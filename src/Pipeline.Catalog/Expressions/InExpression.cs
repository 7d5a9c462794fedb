namespace Pipeline.Catalog;

/// <summary>One of a list of values.</summary>
public sealed record InExpression(Expression Operand, EquatableArray<Expression> Values, bool Negated)
    : Expression(SqlType.Boolean, Operand.Nullable);
