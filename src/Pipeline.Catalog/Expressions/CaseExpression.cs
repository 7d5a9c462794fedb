namespace Pipeline.Catalog;

/// <summary>The first branch whose condition is true.</summary>
public sealed record CaseExpression(EquatableArray<CaseBranch> Branches, Expression? Else, SqlType Type, bool Nullable)
    : Expression(Type, Nullable);

/// <summary>One WHEN .. THEN ..</summary>
public sealed record CaseBranch(Expression When, Expression Then);
