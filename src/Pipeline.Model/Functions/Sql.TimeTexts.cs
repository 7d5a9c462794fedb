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

    /// <summary>The time of day that a text holds in this format, or null where it holds none: TRY_TO_TIME.</summary>
    /// <example><code>OpensAt = Sql.TryToTime(r.OpensAt, "HH24:MI")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="format">The format; a constant.</param>
    public static TimeOnly? TryToTime(string? text, string format) =>
        TimeFormat.Read(text, format) is { } time ? TimeOnly.FromDateTime(time) : null;

    /// <summary>The time as text in this format: TO_CHAR.</summary>
    /// <remarks><c>YYYY YY MM MON MMMM DD DY HH24 HH12 AM MI SS FF3 FF6</c>, and text in double quotes. C#'s own formats go in an interpolated text.</remarks>
    /// <example><code>Period = Sql.FormatTime(s.SoldAt, "YYYY-MM")</code></example>
    /// <param name="time">The time.</param>
    /// <param name="format">The format; a constant.</param>
    public static string FormatTime(DateTime time, string format) => TimeFormat.Write(time, format);

    /// <inheritdoc cref="FormatTime(DateTime, string)"/>
    public static string? FormatTime(DateTime? time, string format) => time is { } given ? FormatTime(given, format) : null;

    /// <summary>The day as text in this format: TO_CHAR.</summary>
    /// <example><code>Month = Sql.FormatTime(day, "MON YYYY")</code></example>
    /// <param name="day">The day.</param>
    /// <param name="format">The format; a constant.</param>
    public static string FormatTime(DateOnly day, string format) => TimeFormat.Write(day.ToDateTime(TimeOnly.MinValue), format);

    /// <inheritdoc cref="FormatTime(DateOnly, string)"/>
    public static string? FormatTime(DateOnly? day, string format) => day is { } given ? FormatTime(given, format) : null;
}
