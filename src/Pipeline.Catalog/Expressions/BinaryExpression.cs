namespace Pipeline.Catalog;

public sealed record BinaryExpression(BinaryOperator Operator, Expression Left, Expression Right, SqlType Type, bool Nullable)
    : Expression(Type, Nullable);
