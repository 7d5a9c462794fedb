using System.Globalization;
using Pipeline.Catalog;

namespace OneMeaning.Tests;

/// <summary>Whether two lots of rows are the same, whatever their order.</summary>
internal static class SameRows
{
    public static bool Are(IReadOnlyList<string[]> left, IReadOnlyList<string[]> right, IReadOnlyList<SqlType> types) =>
        left.Count == right.Count && Sorted(left).Zip(Sorted(right)).All(pair => pair.First.Zip(pair.Second, types).All(v => IsSame(v.First, v.Second, v.Third)));

    public static string Text(object? value, SqlType type) => value switch
    {
        null => "NULL",
        bool truth => truth ? "true" : "false",
        DateTime day when type.Kind == SqlTypeKind.Date => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => (number == 0 ? 0 : number).ToString("G15", CultureInfo.InvariantCulture),
        int or long or System.Numerics.BigInteger or byte or sbyte or short when type.Kind == SqlTypeKind.Number => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        decimal number => Math.Round(number, 9, MidpointRounding.AwayFromZero).ToString("0.#########", CultureInfo.InvariantCulture),
        _ => "'" + Convert.ToString(value, CultureInfo.InvariantCulture) + "'",
    };

    public static string Table(IEnumerable<string[]> rows) => string.Join("\n", Sorted(rows).Select(row => "    " + string.Join(" | ", row)));

    private static IEnumerable<string[]> Sorted(IEnumerable<string[]> rows) => rows.OrderBy(row => string.Join('\u0001', row), StringComparer.Ordinal);

    // SQL keeps six digits more than its operands in a quotient, C# 28; the last digits of a double are the mathematical library's.
    private static bool IsSame(string left, string right, SqlType type)
    {
        if (left == right) return true;
        return type switch
        {
            { Kind: SqlTypeKind.Number } when decimal.TryParse(left, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, CultureInfo.InvariantCulture, out var b) => Math.Abs(a - b) <= 0.000_002m,
            { Kind: SqlTypeKind.Float } when double.TryParse(left, CultureInfo.InvariantCulture, out var a) && double.TryParse(right, CultureInfo.InvariantCulture, out var b) =>
                Math.Abs(a - b) <= Math.Max(2e-6, 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b))),
            _ => false,
        };
    }
}
