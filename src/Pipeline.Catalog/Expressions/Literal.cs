using System.Globalization;

namespace Pipeline.Catalog;

/// <summary>A constant, as invariant text: <c>12.50</c>, <c>true</c>, <c>2024-01-31</c>, <c>2024-01-31 10:00:00.000000</c>; null is NULL.</summary>
public sealed record Literal(string? Value, SqlType Type) : Expression(Type, Value is null)
{
    public static Literal Text(string value) => new(value, SqlType.Text);

    public static Literal Integer(long value) => new(value.ToString(CultureInfo.InvariantCulture), SqlType.Int64);

    public static Literal Boolean(bool value) => new(value ? "true" : "false", SqlType.Boolean);

    public static Literal Null(SqlType type) => new(null, type);
}
