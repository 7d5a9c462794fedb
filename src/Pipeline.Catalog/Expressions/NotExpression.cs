namespace Pipeline.Catalog;

public sealed record NotExpression(Expression Operand) : Expression(SqlType.Boolean, Operand.Nullable);
