using System.Globalization;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>The day that a text holds in this format, or null where it holds none: TRY_TO_DATE.</summary>
    /// <remarks>
    /// The format is Snowflake's: <c>YYYY MM MON MMMM DD</c>, or <c>AUTO</c> for ISO 8601.
    /// See <see href="https://docs.snowflake.com/en/sql-reference/functions/try_to_date">TRY_TO_DATE</see>.
    /// </remarks>
    /// <example><code>OpenedOn = Sql.TryToDate(r.OpenedOn, "YYYY-MM-DD")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="format">The format.</param>
    public static DateOnly? TryToDate(string? text, string format) =>
        TimeFormat.Read(text, format) is { } time ? DateOnly.FromDateTime(time) : null;

    /// <summary>The time that a text holds in this format, or null where it holds none: TRY_TO_TIMESTAMP_NTZ.</summary>
    /// <remarks>
    /// The format is Snowflake's: <c>YYYY MM MON MMMM DD DY HH24 HH12 AM MI SS FF TZH:TZM</c>, text in double quotes, or <c>AUTO</c> for ISO 8601. An
    /// offset in the text is left out: the time is the one on the clock that wrote it.
    /// See <see href="https://docs.snowflake.com/en/sql-reference/functions/try_to_timestamp">TRY_TO_TIMESTAMP</see> and
    /// <see href="https://docs.snowflake.com/en/sql-reference/date-time-input-output">its formats</see>.
    /// </remarks>
    /// <example><code>SoldAt = Sql.TryToTimestamp(r.SoldAt, "YYYY-MM-DD HH24:MI:SS").OrReject("sold at isn't a time")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="format">The format.</param>
    public static DateTime? TryToTimestamp(string? text, string format) => TimeFormat.Read(text, format);

    /// <summary>The time, in UTC, so many milliseconds after the beginning of 1970.</summary>
    /// <remarks>Becomes TO_TIMESTAMP_NTZ(value, 3).</remarks>
    /// <example><code>ChangedAt = Sql.FromEpochMilliseconds(change.ProcessedAt.OrReject("no time"))</code></example>
    /// <param name="value">The milliseconds.</param>
    public static DateTime FromEpochMilliseconds(long value) => DateTimeOffset.FromUnixTimeMilliseconds(value).DateTime;

    /// <summary>How many full minutes of the clock begin between two times: DATEDIFF(minute, ..).</summary>
    /// <remarks>Seconds don't count: from 10:00:59 to 10:01:00 is one minute. Negative where the second time is the earlier.</remarks>
    /// <example><code>Sql.MinutesBetween(w.Previous.SoldAt, w.Row.SoldAt)</code></example>
    /// <param name="start">The one time.</param>
    /// <param name="end">The other.</param>
    public static long MinutesBetween(DateTime start, DateTime end) => end.Ticks / TimeSpan.TicksPerMinute - start.Ticks / TimeSpan.TicksPerMinute;

    /// <summary>How many months of the calendar begin between two days: DATEDIFF(month, ..).</summary>
    /// <remarks>Days don't count: from 31 January to 1 February is one month. Negative where the second day is the earlier.</remarks>
    /// <example><code>MonthsSinceFirst = Sql.MonthsBetween(first, day)</code></example>
    /// <param name="start">The one day.</param>
    /// <param name="end">The other.</param>
    public static int MonthsBetween(DateOnly start, DateOnly end) => (end.Year - start.Year) * 12 + end.Month - start.Month;

    /// <summary>The first day of the month: DATE_TRUNC(month, ..).</summary>
    /// <example><code>Month = Sql.TruncateToMonth(DateOnly.FromDateTime(s.SoldAt))</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly TruncateToMonth(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The number of the ISO week, 1 to 53; it begins on Monday, and week 1 holds the first Thursday: WEEKISO.</summary>
    /// <example><code>IsoWeek = Sql.IsoWeek(day)</code></example>
    /// <param name="day">The day.</param>
    public static int IsoWeek(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The year to which the ISO week belongs; around New Year it may differ from the day's: YEAROFWEEKISO.</summary>
    /// <example><code>IsoWeekYear = Sql.IsoWeekYear(day)</code></example>
    /// <param name="day">The day.</param>
    public static int IsoWeekYear(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue));
}
