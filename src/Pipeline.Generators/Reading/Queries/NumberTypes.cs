using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>How wide the result of arithmetic is.</summary>
internal static class NumberTypes
{
    private const int Widest = 38;

    public static SqlType Of(BinaryOperator op, SqlType left, SqlType right, SqlType? declared)
    {
        if (left.Kind == SqlTypeKind.Float || right.Kind == SqlTypeKind.Float) return SqlType.Float;
        if (declared is { Kind: SqlTypeKind.Number, Scale: 0 }) return declared;

        var (leftWhole, rightWhole) = (left.Precision - left.Scale, right.Precision - right.Scale);
        return op switch
        {
            BinaryOperator.Multiply => Fit(leftWhole + rightWhole, left.Scale + right.Scale),
            // Six digits more than the dividend has, at least six and at most twelve.
            BinaryOperator.Divide => Fit(leftWhole + right.Scale, Math.Max(left.Scale, Math.Min(left.Scale + 6, 12))),
            BinaryOperator.Modulo => Fit(rightWhole, Math.Max(left.Scale, right.Scale)),
            _ => Fit(Math.Max(leftWhole, rightWhole) + 1, Math.Max(left.Scale, right.Scale)),
        };
    }

    public static Literal LiteralOf(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var digits = text.TrimStart('-');
        var point = digits.IndexOf('.');
        var scale = point < 0 ? 0 : digits.Length - point - 1;
        return new(text, SqlType.Number(Math.Max(1, (point < 0 ? digits.Length : point) + scale), scale));
    }

    // Where 38 digits don't hold both, the whole part goes first.
    private static SqlType Fit(int whole, int scale) =>
        whole + scale <= Widest ? SqlType.Number(whole + scale, scale) : SqlType.Number(Widest, Math.Max(Math.Min(scale, 6), Widest - whole));
}
