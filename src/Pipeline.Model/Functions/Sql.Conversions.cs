using System.Globalization;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>The number that a text holds, or null where it holds none or one that doesn't fit: TRY_TO_DECIMAL.</summary>
    /// <remarks>
    /// Digits with an optional sign, point and exponent, and blanks around them. More digits after the point than the scale are rounded,
    /// half away from zero.
    /// See <see href="https://docs.snowflake.com/en/sql-reference/functions/try_to_decimal">TRY_TO_DECIMAL</see>.
    /// </remarks>
    /// <example><code>Sql.TryToDecimal(r.Quantity, 12, 3).OrReject("quantity isn't a number")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="precision">All digits, 1 to 38.</param>
    /// <param name="scale">Those after the point.</param>
    public static decimal? TryToDecimal(string? text, int precision, int scale)
    {
        const NumberStyles Format = NumberStyles.Float;
        if (!decimal.TryParse(text, Format, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var rounded = Math.Round(number, Math.Min(scale, MaxDecimalScale), MidpointRounding.AwayFromZero);
        return FitsBeforePoint(rounded, precision - scale) ? rounded : null;
    }

    /// <summary>The whole number that a text holds, or null where it holds none or one out of <c>int</c>'s range.</summary>
    /// <remarks>
    /// <c>"17850.0"</c> is 17850; a part after the point is rounded, half away from zero.
    /// See <see href="https://docs.snowflake.com/en/sql-reference/functions/try_to_decimal">TRY_TO_NUMBER</see>.
    /// </remarks>
    /// <example><code>CustomerId = Sql.TryToInt(r.CustomerId)</code></example>
    /// <param name="text">The text.</param>
    public static int? TryToInt(string? text) =>
        TryToDecimal(text, 10, 0) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>The whole number that a text holds, or null where it holds none or one out of <c>long</c>'s range.</summary>
    /// <remarks>As <see cref="TryToInt"/>: <c>"17850.0"</c> is 17850.</remarks>
    /// <example><code>OrderId = Sql.TryToLong(r.OrderId)</code></example>
    /// <param name="text">The text.</param>
    public static long? TryToLong(string? text) =>
        TryToDecimal(text, 19, 0) is { } number and >= long.MinValue and <= long.MaxValue ? (long)number : null;

    /// <summary>The floating-point number that a text holds, or null where it holds none: TRY_TO_DOUBLE.</summary>
    /// <example><code>Latitude = Sql.TryToDouble(r.Latitude)</code></example>
    /// <param name="text">The text.</param>
    public static double? TryToDouble(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The truth value that a text holds, or null where it holds none: TRY_TO_BOOLEAN.</summary>
    /// <remarks><c>true t yes y on 1</c> and <c>false f no n off 0</c>, in any case.</remarks>
    /// <example><code>IsActive = Sql.TryToBoolean(r.Active)</code></example>
    /// <param name="text">The text.</param>
    public static bool? TryToBoolean(string? text) => text?.ToLowerInvariant() switch
    {
        "true" or "t" or "yes" or "y" or "on" or "1" => true,
        "false" or "f" or "no" or "n" or "off" or "0" => false,
        _ => null,
    };

    private const int MaxDecimalScale = 28;

    private static bool FitsBeforePoint(decimal number, int digits)
    {
        var rest = Math.Truncate(Math.Abs(number));
        for (var digit = 0; digit < digits && rest != 0; digit++)
        {
            rest = Math.Truncate(rest / 10);
        }

        return rest == 0;
    }
}
