namespace Pipeline.Catalog;

public sealed record NegateExpression(Expression Operand) : Expression(Operand.Type, Operand.Nullable);
