namespace Pipeline.Catalog;

public sealed record ExistsExpression(Query Query, bool Negated) : Expression(SqlType.Boolean, false);
