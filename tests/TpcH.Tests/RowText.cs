using System.Globalization;
using System.Numerics;

namespace TpcH.Tests;

/// <summary>Values as text that is the same from C#, from translated SQL and from the published one.</summary>
internal static class RowText
{
    // The published queries' means are doubles on DuckDB, ours decimals: both are right to this many digits.
    private const int Digits = 5;

    public static string Of(IEnumerable<object?> values) => string.Join(" | ", values.Select(Of));

    private static string Of(object? value) => value switch
    {
        null or DBNull => "NULL",
        DateTime day => DateOnly.FromDateTime(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => Of((decimal)number),
        decimal number => Math.Round(number, Digits).ToString("0.#####", CultureInfo.InvariantCulture),
        int or long or BigInteger => Of(decimal.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture)),
        _ => $"'{value}'",
    };
}
