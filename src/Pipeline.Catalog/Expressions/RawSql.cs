namespace Pipeline.Catalog;

/// <summary>The escape hatch: text of the user's with expressions in between; one more text than expressions.</summary>
public sealed record RawSql(EquatableArray<string> Texts, EquatableArray<Expression> Arguments, SqlType Type, bool Nullable)
    : Expression(Type, Nullable);
