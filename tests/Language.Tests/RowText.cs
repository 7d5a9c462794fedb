using System.Globalization;
using Pipeline.Catalog;

namespace Language.Tests;

/// <summary>Values as text that is the same from C# and from a database.</summary>
internal static class RowText
{
    public static string Of(object? value, SqlType type) => value switch
    {
        null => "NULL",
        bool truth => truth ? "true" : "false",
        DateTime day when type.Kind == SqlTypeKind.Date => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        TimeSpan time when type.Kind == SqlTypeKind.Time => TimeOnly.FromTimeSpan(time).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        double number => Math.Round(number, 9).ToString("R", CultureInfo.InvariantCulture),

        // A mean has six digits more than its values in SQL, and 28 in C#.
        decimal number => Math.Round(number, Math.Min(type.Scale, 6), MidpointRounding.AwayFromZero).ToString("0.############", CultureInfo.InvariantCulture),
        _ => "'" + Convert.ToString(value, CultureInfo.InvariantCulture) + "'",
    };

    public static string Of(object row, IEnumerable<Column> columns) =>
        string.Join(" | ", columns.Select(c => Of(row.GetType().GetProperty(c.Property)!.GetValue(row), c.Type)));
}
