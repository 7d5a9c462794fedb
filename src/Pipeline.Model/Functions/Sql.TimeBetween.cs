namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>How many microseconds of the clock begin between two times: DATEDIFF(microsecond, ..). Negative where the second time is the earlier.</summary>
    /// <example><code>Microseconds = Sql.MicrosecondsBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static long MicrosecondsBetween(DateTime start, DateTime end) => end.Ticks / TimeSpan.TicksPerMicrosecond - start.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <inheritdoc cref="MicrosecondsBetween(DateTime, DateTime)"/>
    public static long? MicrosecondsBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? MicrosecondsBetween(from, to) : null;

    /// <summary>How many milliseconds of the clock begin between two times: DATEDIFF(millisecond, ..). Negative where the second time is the earlier.</summary>
    /// <example><code>Milliseconds = Sql.MillisecondsBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static long MillisecondsBetween(DateTime start, DateTime end) => end.Ticks / TimeSpan.TicksPerMillisecond - start.Ticks / TimeSpan.TicksPerMillisecond;

    /// <inheritdoc cref="MillisecondsBetween(DateTime, DateTime)"/>
    public static long? MillisecondsBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? MillisecondsBetween(from, to) : null;

    /// <summary>How many seconds of the clock begin between two times: DATEDIFF(second, ..). Negative where the second time is the earlier.</summary>
    /// <example><code>Seconds = Sql.SecondsBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static long SecondsBetween(DateTime start, DateTime end) => end.Ticks / TimeSpan.TicksPerSecond - start.Ticks / TimeSpan.TicksPerSecond;

    /// <inheritdoc cref="SecondsBetween(DateTime, DateTime)"/>
    public static long? SecondsBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? SecondsBetween(from, to) : null;

    /// <summary>How many full minutes of the clock begin between two times: DATEDIFF(minute, ..). Seconds don't count: from 10:00:59 to 10:01:00 is one minute. Negative where the second time is the earlier.</summary>
    /// <example><code>Minutes = Sql.MinutesBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static long MinutesBetween(DateTime start, DateTime end) => end.Ticks / TimeSpan.TicksPerMinute - start.Ticks / TimeSpan.TicksPerMinute;

    /// <inheritdoc cref="MinutesBetween(DateTime, DateTime)"/>
    public static long? MinutesBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? MinutesBetween(from, to) : null;

    /// <summary>How many hours of the clock begin between two times: DATEDIFF(hour, ..). Negative where the second time is the earlier.</summary>
    /// <example><code>Hours = Sql.HoursBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static long HoursBetween(DateTime start, DateTime end) => end.Ticks / TimeSpan.TicksPerHour - start.Ticks / TimeSpan.TicksPerHour;

    /// <inheritdoc cref="HoursBetween(DateTime, DateTime)"/>
    public static long? HoursBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? HoursBetween(from, to) : null;

    /// <summary>How many days lie between two days: DATEDIFF(day, ..). Negative where the second day is the earlier.</summary>
    /// <example><code>Days = Sql.DaysBetween(first, day)</code></example>
    /// <param name="start">The one day.</param>
    /// <param name="end">The other.</param>
    public static int DaysBetween(DateOnly start, DateOnly end) => end.DayNumber - start.DayNumber;

    /// <inheritdoc cref="DaysBetween(DateOnly, DateOnly)"/>
    public static int? DaysBetween(DateOnly? start, DateOnly? end) => start is { } from && end is { } to ? DaysBetween(from, to) : null;

    /// <summary>How many days lie between two days: DATEDIFF(day, ..). Negative where the second day is the earlier.</summary>
    /// <example><code>Days = Sql.DaysBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static int DaysBetween(DateTime start, DateTime end) => DaysBetween(DateOnly.FromDateTime(start), DateOnly.FromDateTime(end));

    /// <inheritdoc cref="DaysBetween(DateTime, DateTime)"/>
    public static int? DaysBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? DaysBetween(from, to) : null;

    /// <summary>How many Mondays lie between two days: DATEDIFF(week, ..). Negative where the second day is the earlier.</summary>
    /// <example><code>Weeks = Sql.WeeksBetween(first, day)</code></example>
    /// <param name="start">The one day.</param>
    /// <param name="end">The other.</param>
    public static int WeeksBetween(DateOnly start, DateOnly end) => (MondayBefore(end) - MondayBefore(start)) / 7;

    /// <inheritdoc cref="WeeksBetween(DateOnly, DateOnly)"/>
    public static int? WeeksBetween(DateOnly? start, DateOnly? end) => start is { } from && end is { } to ? WeeksBetween(from, to) : null;

    /// <summary>How many Mondays lie between two days: DATEDIFF(week, ..). Negative where the second day is the earlier.</summary>
    /// <example><code>Weeks = Sql.WeeksBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static int WeeksBetween(DateTime start, DateTime end) => WeeksBetween(DateOnly.FromDateTime(start), DateOnly.FromDateTime(end));

    /// <inheritdoc cref="WeeksBetween(DateTime, DateTime)"/>
    public static int? WeeksBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? WeeksBetween(from, to) : null;

    /// <summary>How many months of the calendar begin between two days: DATEDIFF(month, ..). Days don't count: from 31 January to 1 February is one month. Negative where the second day is the earlier.</summary>
    /// <example><code>Months = Sql.MonthsBetween(first, day)</code></example>
    /// <param name="start">The one day.</param>
    /// <param name="end">The other.</param>
    public static int MonthsBetween(DateOnly start, DateOnly end) => (end.Year - start.Year) * 12 + end.Month - start.Month;

    /// <inheritdoc cref="MonthsBetween(DateOnly, DateOnly)"/>
    public static int? MonthsBetween(DateOnly? start, DateOnly? end) => start is { } from && end is { } to ? MonthsBetween(from, to) : null;

    /// <summary>How many months of the calendar begin between two days: DATEDIFF(month, ..). Days don't count: from 31 January to 1 February is one month. Negative where the second day is the earlier.</summary>
    /// <example><code>Months = Sql.MonthsBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static int MonthsBetween(DateTime start, DateTime end) => MonthsBetween(DateOnly.FromDateTime(start), DateOnly.FromDateTime(end));

    /// <inheritdoc cref="MonthsBetween(DateTime, DateTime)"/>
    public static int? MonthsBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? MonthsBetween(from, to) : null;

    /// <summary>How many quarters of the calendar begin between two days: DATEDIFF(quarter, ..). Negative where the second day is the earlier.</summary>
    /// <example><code>Quarters = Sql.QuartersBetween(first, day)</code></example>
    /// <param name="start">The one day.</param>
    /// <param name="end">The other.</param>
    public static int QuartersBetween(DateOnly start, DateOnly end) => (end.Year - start.Year) * 4 + Quarter(end) - Quarter(start);

    /// <inheritdoc cref="QuartersBetween(DateOnly, DateOnly)"/>
    public static int? QuartersBetween(DateOnly? start, DateOnly? end) => start is { } from && end is { } to ? QuartersBetween(from, to) : null;

    /// <summary>How many quarters of the calendar begin between two days: DATEDIFF(quarter, ..). Negative where the second day is the earlier.</summary>
    /// <example><code>Quarters = Sql.QuartersBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static int QuartersBetween(DateTime start, DateTime end) => QuartersBetween(DateOnly.FromDateTime(start), DateOnly.FromDateTime(end));

    /// <inheritdoc cref="QuartersBetween(DateTime, DateTime)"/>
    public static int? QuartersBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? QuartersBetween(from, to) : null;

    /// <summary>How many New Years lie between two days: DATEDIFF(year, ..). Negative where the second day is the earlier.</summary>
    /// <example><code>Years = Sql.YearsBetween(first, day)</code></example>
    /// <param name="start">The one day.</param>
    /// <param name="end">The other.</param>
    public static int YearsBetween(DateOnly start, DateOnly end) => end.Year - start.Year;

    /// <inheritdoc cref="YearsBetween(DateOnly, DateOnly)"/>
    public static int? YearsBetween(DateOnly? start, DateOnly? end) => start is { } from && end is { } to ? YearsBetween(from, to) : null;

    /// <summary>How many New Years lie between two days: DATEDIFF(year, ..). Negative where the second day is the earlier.</summary>
    /// <example><code>Years = Sql.YearsBetween(o.OrderedAt, o.ShippedAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static int YearsBetween(DateTime start, DateTime end) => YearsBetween(DateOnly.FromDateTime(start), DateOnly.FromDateTime(end));

    /// <inheritdoc cref="YearsBetween(DateTime, DateTime)"/>
    public static int? YearsBetween(DateTime? start, DateTime? end) => start is { } from && end is { } to ? YearsBetween(from, to) : null;

    /// <summary>The months between two days and the part of a month of 31 days that is over: MONTHS_BETWEEN.</summary>
    /// <remarks>From one last day of a month to another, and from a day to the same of another month, they are whole. Negative where the second day is the earlier.</remarks>
    /// <example><code>Tenure = Sql.ExactMonthsBetween(e.HiredOn, e.LeftOn)</code></example>
    /// <param name="start">The one day.</param>
    /// <param name="end">The other.</param>
    public static double ExactMonthsBetween(DateOnly start, DateOnly end) => MonthsBetween(start, end)
        + (start.Day == end.Day || (start == LastDayOfMonth(start) && end == LastDayOfMonth(end)) ? 0 : (end.Day - start.Day) / 31.0);

    /// <inheritdoc cref="ExactMonthsBetween(DateOnly, DateOnly)"/>
    public static double? ExactMonthsBetween(DateOnly? start, DateOnly? end) => start is { } from && end is { } to ? ExactMonthsBetween(from, to) : null;

    private static int MondayBefore(DateOnly day) => day.DayNumber - (IsoDayOfWeek(day) - 1);
}
