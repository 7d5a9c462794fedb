namespace Pipeline.Catalog;

/// <summary>A scalar function by its neutral name (<c>Upper</c>, <c>TryToDecimal</c>); each dialect has its own words for it.</summary>
public sealed record FunctionCall(string Function, EquatableArray<Expression> Arguments, SqlType Type, bool Nullable)
    : Expression(Type, Nullable);
