using System.Globalization;

namespace Pipeline.Engine;

/// <summary>The rows that a query gave.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">A value per column; null is NULL.</param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>A row per line, the values between bars; NULL is nothing, a time at midnight is its day.</summary>
    public override string ToString() => string.Join('\n', Rows.Select(r => string.Join(" | ", r.Select(Text)).TrimEnd()));

    /// <summary>A value as a person reads it, the same on every machine.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool b => b ? "true" : "false",
        DateTime t => Time(t),
        DateTimeOffset t => Time(t.UtcDateTime) + "Z",
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Time(DateTime time) => time.ToString(
        time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
        : time.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd HH:mm:ss"
        : "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
