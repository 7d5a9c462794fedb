namespace Pipeline.Catalog;

/// <summary>IS NULL, or IS NOT NULL where negated.</summary>
public sealed record IsNullExpression(Expression Operand, bool Negated) : Expression(SqlType.Boolean, false);
