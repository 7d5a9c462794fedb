namespace Pipeline.Catalog;

/// <summary>A conversion that fails the statement where it can't be done.</summary>
public sealed record CastExpression(Expression Operand, SqlType Type) : Expression(Type, Operand.Nullable);
