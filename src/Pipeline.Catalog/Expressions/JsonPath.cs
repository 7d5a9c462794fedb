namespace Pipeline.Catalog;

/// <summary>A part of a VARIANT: keys and indexes in turn; where the type isn't Variant it is taken out as that type, null where it doesn't fit.</summary>
public sealed record JsonPath(Expression Operand, EquatableArray<JsonStep> Steps, SqlType Type, bool Nullable = true) : Expression(Type, Nullable);

/// <summary>One step into a VARIANT: a key, or an index where the key is null.</summary>
public sealed record JsonStep(string? Key, int Index);
