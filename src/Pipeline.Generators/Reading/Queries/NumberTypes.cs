using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>How wide the result of arithmetic is, by Snowflake's rules.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/operators-arithmetic">Arithmetic operators</see>: scale and precision of the result.</remarks>
internal static class NumberTypes
{
    private const int Widest = 38;

    /// <summary>The digits after the point that a product keeps, unless a factor has more.</summary>
    private const int ScaleOfProducts = 12;

    public static SqlType Of(BinaryOperator op, SqlType left, SqlType right, SqlType? declared)
    {
        if (left.Kind == SqlTypeKind.Float || right.Kind == SqlTypeKind.Float) return SqlType.Float;
        if (declared is { Kind: SqlTypeKind.Number, Scale: 0 }) return declared;

        var (leftWhole, rightWhole) = (left.Precision - left.Scale, right.Precision - right.Scale);
        return op switch
        {
            BinaryOperator.Multiply => Fit(leftWhole + rightWhole, ScaleOfProduct(left, right)),
            // Six digits more than the dividend has, at least six and at most twelve.
            BinaryOperator.Divide => Fit(leftWhole + right.Scale, Math.Max(left.Scale, Math.Min(left.Scale + 6, 12))),
            BinaryOperator.Modulo => Fit(Math.Max(leftWhole, rightWhole), Math.Max(left.Scale, right.Scale)),
            _ => Fit(Math.Max(leftWhole, rightWhole) + 1, Math.Max(left.Scale, right.Scale)),
        };
    }

    /// <summary>Whether Snowflake rounds the product where C# keeps all its digits.</summary>
    public static bool LosesScale(SqlType left, SqlType right) =>
        left.Kind == SqlTypeKind.Number && right.Kind == SqlTypeKind.Number && left.Scale + right.Scale > ScaleOfProduct(left, right);

    public static int ScaleOfProduct(SqlType left, SqlType right) =>
        Math.Min(left.Scale + right.Scale, Math.Max(ScaleOfProducts, Math.Max(left.Scale, right.Scale)));

    public static string Spell(SqlType type) => type switch
    {
        { Kind: SqlTypeKind.Number } => FormattableString.Invariant($"NUMBER({type.Precision},{type.Scale})"),
        { Kind: SqlTypeKind.Text, Precision: > 0 } => FormattableString.Invariant($"VARCHAR({type.Precision})"),
        _ => type.Kind.ToString().ToUpperInvariant(),
    };

    public static Literal LiteralOf(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var digits = text.TrimStart('-');
        var point = digits.IndexOf('.');
        var scale = point < 0 ? 0 : digits.Length - point - 1;
        return new(text, SqlType.Number(Math.Max(1, (point < 0 ? digits.Length : point) + scale), scale));
    }

    /// <summary>The type that holds both.</summary>
    public static SqlType Wider(SqlType left, SqlType right) => left.Kind == SqlTypeKind.Number && right.Kind == SqlTypeKind.Number
        ? SqlType.Number(Math.Min(38, Math.Max(left.Precision - left.Scale, right.Precision - right.Scale) + Math.Max(left.Scale, right.Scale)), Math.Max(left.Scale, right.Scale))
        : left.Kind == SqlTypeKind.Text && left.Precision != right.Precision ? SqlType.Text
        : left;

    private static SqlType Fit(int whole, int scale) => SqlType.Number(Math.Min(Widest, whole + scale), scale);
}
