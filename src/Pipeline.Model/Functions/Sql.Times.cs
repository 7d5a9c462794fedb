namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>The day so many weeks later, or earlier: DATEADD(week, ..).</summary>
    /// <example><code>Due = Sql.AddWeeks(o.Day, 2)</code></example>
    /// <param name="day">The day.</param>
    /// <param name="weeks">How many weeks.</param>
    public static DateOnly AddWeeks(DateOnly day, int weeks) => day.AddDays(7 * weeks);

    /// <inheritdoc cref="AddWeeks(DateOnly, int)"/>
    public static DateOnly? AddWeeks(DateOnly? day, int weeks) => day is { } given ? AddWeeks(given, weeks) : null;

    /// <summary>The day so many quarters later, or earlier: DATEADD(quarter, ..).</summary>
    /// <example><code>Due = Sql.AddQuarters(o.Day, 1)</code></example>
    /// <param name="day">The day.</param>
    /// <param name="quarters">How many quarters.</param>
    public static DateOnly AddQuarters(DateOnly day, int quarters) => day.AddMonths(3 * quarters);

    /// <inheritdoc cref="AddQuarters(DateOnly, int)"/>
    public static DateOnly? AddQuarters(DateOnly? day, int quarters) => day is { } given ? AddQuarters(given, quarters) : null;

    /// <summary>The day so many months later, from the last day of a month to the last day of another: ADD_MONTHS.</summary>
    /// <example><code>Renewal = Sql.AddMonthsByEnd(c.Since, 12)</code></example>
    /// <param name="day">The day.</param>
    /// <param name="months">How many months.</param>
    public static DateOnly AddMonthsByEnd(DateOnly day, int months) => day == LastDayOfMonth(day) ? LastDayOfMonth(day.AddMonths(months)) : day.AddMonths(months);

    /// <inheritdoc cref="AddMonthsByEnd(DateOnly, int)"/>
    public static DateOnly? AddMonthsByEnd(DateOnly? day, int months) => day is { } given ? AddMonthsByEnd(given, months) : null;

    /// <summary>The beginning of the slice of so many seconds that the time is in, counted from the beginning of 1970: TIME_SLICE(.., 'SECOND').</summary>
    /// <example><code>Slice = Sql.SliceOfSeconds(e.At, 15)</code></example>
    /// <param name="time">The time.</param>
    /// <param name="seconds">How many seconds a slice has.</param>
    public static DateTime SliceOfSeconds(DateTime time, int seconds) => Slice(time, seconds * TimeSpan.TicksPerSecond);

    /// <inheritdoc cref="SliceOfSeconds(DateTime, int)"/>
    public static DateTime? SliceOfSeconds(DateTime? time, int seconds) => time is { } given ? SliceOfSeconds(given, seconds) : null;

    /// <summary>The beginning of the slice of so many minutes that the time is in, counted from the beginning of 1970: TIME_SLICE(.., 'MINUTE').</summary>
    /// <example><code>Slice = Sql.SliceOfMinutes(e.At, 15)</code></example>
    /// <param name="time">The time.</param>
    /// <param name="minutes">How many minutes a slice has.</param>
    public static DateTime SliceOfMinutes(DateTime time, int minutes) => Slice(time, minutes * TimeSpan.TicksPerMinute);

    /// <inheritdoc cref="SliceOfMinutes(DateTime, int)"/>
    public static DateTime? SliceOfMinutes(DateTime? time, int minutes) => time is { } given ? SliceOfMinutes(given, minutes) : null;

    /// <summary>The beginning of the slice of so many hours that the time is in, counted from the beginning of 1970: TIME_SLICE(.., 'HOUR').</summary>
    /// <example><code>Slice = Sql.SliceOfHours(e.At, 15)</code></example>
    /// <param name="time">The time.</param>
    /// <param name="hours">How many hours a slice has.</param>
    public static DateTime SliceOfHours(DateTime time, int hours) => Slice(time, hours * TimeSpan.TicksPerHour);

    /// <inheritdoc cref="SliceOfHours(DateTime, int)"/>
    public static DateTime? SliceOfHours(DateTime? time, int hours) => time is { } given ? SliceOfHours(given, hours) : null;

    /// <summary>The beginning of the slice of so many days that the time is in, counted from the beginning of 1970: TIME_SLICE(.., 'DAY').</summary>
    /// <example><code>Slice = Sql.SliceOfDays(e.At, 15)</code></example>
    /// <param name="time">The time.</param>
    /// <param name="days">How many days a slice has.</param>
    public static DateTime SliceOfDays(DateTime time, int days) => Slice(time, days * TimeSpan.TicksPerDay);

    /// <inheritdoc cref="SliceOfDays(DateTime, int)"/>
    public static DateTime? SliceOfDays(DateTime? time, int days) => time is { } given ? SliceOfDays(given, days) : null;

    /// <summary>The beginning of the slice of so many months that the time is in, counted from January 1970: TIME_SLICE(.., 'MONTH').</summary>
    /// <example><code>Slice = Sql.SliceOfMonths(e.At, 6)</code></example>
    /// <param name="time">The time.</param>
    /// <param name="months">How many months a slice has.</param>
    public static DateTime SliceOfMonths(DateTime time, int months) => DateTime.UnixEpoch.AddMonths((int)Math.Floor(((time.Year - 1970) * 12 + time.Month - 1) / (double)months) * months);

    /// <inheritdoc cref="SliceOfMonths(DateTime, int)"/>
    public static DateTime? SliceOfMonths(DateTime? time, int months) => time is { } given ? SliceOfMonths(given, months) : null;

    /// <summary>The day of these numbers: DATE_FROM_PARTS. A month 13 is the January after, a day 0 the last of the month before.</summary>
    /// <example><code>Day = Sql.DateFromParts(r.Year, r.Month, 1)</code></example>
    /// <param name="year">The year.</param>
    /// <param name="month">The month.</param>
    /// <param name="day">The day.</param>
    public static DateOnly DateFromParts(int year, int month, int day) => new DateOnly(year, 1, 1).AddMonths(month - 1).AddDays(day - 1);

    /// <summary>The time of these numbers: TIMESTAMP_NTZ_FROM_PARTS. An hour 24 is midnight after.</summary>
    /// <example><code>At = Sql.TimestampFromParts(r.Year, r.Month, r.Day, r.Hour, 0, 0)</code></example>
    /// <param name="year">The year.</param>
    /// <param name="month">The month.</param>
    /// <param name="day">The day.</param>
    /// <param name="hour">The hour.</param>
    /// <param name="minute">The minute.</param>
    /// <param name="second">The second.</param>
    public static DateTime TimestampFromParts(int year, int month, int day, int hour, int minute, int second) =>
        DateFromParts(year, month, day).ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(minute).AddSeconds(second);

    /// <summary>The time of day of these numbers: TIME_FROM_PARTS.</summary>
    /// <example><code>OpensAt = Sql.TimeFromParts(r.Hour, r.Minute, 0)</code></example>
    /// <param name="hour">The hour, 0 to 23.</param>
    /// <param name="minute">The minute.</param>
    /// <param name="second">The second.</param>
    public static TimeOnly TimeFromParts(int hour, int minute, int second) => new(hour, minute, second);

    /// <summary>The time, in UTC, so many milliseconds after the beginning of 1970.</summary>
    /// <remarks>Becomes TO_TIMESTAMP_NTZ(value, 3).</remarks>
    /// <example><code>ChangedAt = Sql.FromEpochMilliseconds(change.ProcessedAt.OrReject("no time"))</code></example>
    /// <param name="value">The milliseconds.</param>
    public static DateTime FromEpochMilliseconds(long value) => DateTimeOffset.FromUnixTimeMilliseconds(value).DateTime;

    /// <inheritdoc cref="FromEpochMilliseconds(long)"/>
    public static DateTime? FromEpochMilliseconds(long? value) => value is { } given ? FromEpochMilliseconds(given) : null;

    /// <summary>The time, in UTC, so many seconds after the beginning of 1970: TO_TIMESTAMP_NTZ(value, 0).</summary>
    /// <example><code>At = Sql.FromEpochSeconds(e.UnixTime)</code></example>
    /// <param name="value">The seconds.</param>
    public static DateTime FromEpochSeconds(long value) => DateTimeOffset.FromUnixTimeSeconds(value).DateTime;

    /// <inheritdoc cref="FromEpochSeconds(long)"/>
    public static DateTime? FromEpochSeconds(long? value) => value is { } given ? FromEpochSeconds(given) : null;

    /// <summary>The time, in UTC, so many microseconds after the beginning of 1970: TO_TIMESTAMP_NTZ(value, 6).</summary>
    /// <example><code>At = Sql.FromEpochMicroseconds(e.Microseconds)</code></example>
    /// <param name="value">The microseconds.</param>
    public static DateTime FromEpochMicroseconds(long value) => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond).DateTime;

    /// <inheritdoc cref="FromEpochMicroseconds(long)"/>
    public static DateTime? FromEpochMicroseconds(long? value) => value is { } given ? FromEpochMicroseconds(given) : null;

    /// <summary>How many seconds of UTC have begun since the beginning of 1970: DATE_PART('EPOCH_SECOND', ..).</summary>
    /// <example><code>UnixTime = Sql.EpochSeconds(e.At)</code></example>
    /// <param name="time">The time, in UTC.</param>
    public static long EpochSeconds(DateTime time) => SecondsBetween(DateTime.UnixEpoch, time);

    /// <inheritdoc cref="EpochSeconds(DateTime)"/>
    public static long? EpochSeconds(DateTime? time) => time is { } given ? EpochSeconds(given) : null;

    /// <summary>How many milliseconds of UTC have begun since the beginning of 1970: DATE_PART('EPOCH_MILLISECOND', ..).</summary>
    /// <example><code>UnixTime = Sql.EpochMilliseconds(e.At)</code></example>
    /// <param name="time">The time, in UTC.</param>
    public static long EpochMilliseconds(DateTime time) => MillisecondsBetween(DateTime.UnixEpoch, time);

    /// <inheritdoc cref="EpochMilliseconds(DateTime)"/>
    public static long? EpochMilliseconds(DateTime? time) => time is { } given ? EpochMilliseconds(given) : null;

    /// <summary>How many microseconds of UTC have begun since the beginning of 1970: DATE_PART('EPOCH_MICROSECOND', ..).</summary>
    /// <example><code>UnixTime = Sql.EpochMicroseconds(e.At)</code></example>
    /// <param name="time">The time, in UTC.</param>
    public static long EpochMicroseconds(DateTime time) => MicrosecondsBetween(DateTime.UnixEpoch, time);

    /// <inheritdoc cref="EpochMicroseconds(DateTime)"/>
    public static long? EpochMicroseconds(DateTime? time) => time is { } given ? EpochMicroseconds(given) : null;

    /// <summary>The time that a clock in another zone shows when one in the first shows this: CONVERT_TIMEZONE.</summary>
    /// <remarks>A time that the clock passes over in spring is one hour later; one that it shows twice in autumn is the later.</remarks>
    /// <example><code>SoldAt = Sql.ConvertTimeZone("America/New_York", "UTC", s.LocalTime)</code></example>
    /// <param name="from">The zone of the time, by its IANA name.</param>
    /// <param name="to">The other zone.</param>
    /// <param name="time">The time.</param>
    public static DateTime ConvertTimeZone(string from, string to, DateTime time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(from);
        var offset = zone.IsInvalidTime(time) ? zone.GetUtcOffset(time.AddHours(-1)) : zone.GetUtcOffset(time);
        return TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(time - offset, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(to));
    }

    /// <inheritdoc cref="ConvertTimeZone(string, string, DateTime)"/>
    public static DateTime? ConvertTimeZone(string from, string to, DateTime? time) => time is { } given ? ConvertTimeZone(from, to, given) : null;

    private static DateTime Slice(DateTime time, long ticks)
    {
        var since = time.Ticks - DateTime.UnixEpoch.Ticks;
        return new(time.Ticks - (since % ticks + ticks) % ticks);
    }
}
