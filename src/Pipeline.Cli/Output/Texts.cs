using System.Globalization;

namespace Pipeline.Cli.Output;

/// <summary>Numbers and times as a person reads them, the same on every machine.</summary>
internal static class Texts
{
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A count in a table, where nothing says more than a nought.</summary>
    public static string CountOrNothing(long number) => number == 0 ? "" : Count(number);

    public static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Some(long number, string one, string? many = null) => $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";
}
