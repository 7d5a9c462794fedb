namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>The first day of the year: DATE_TRUNC(year, ..).</summary>
    /// <example><code>Year = Sql.TruncateToYear(DateOnly.FromDateTime(s.SoldAt))</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly TruncateToYear(DateOnly day) => new(day.Year, 1, 1);

    /// <inheritdoc cref="TruncateToYear(DateOnly)"/>
    public static DateOnly? TruncateToYear(DateOnly? day) => day is { } given ? TruncateToYear(given) : null;

    /// <summary>The beginning of the year: DATE_TRUNC(year, ..).</summary>
    /// <example><code>Year = Sql.TruncateToYear(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static DateTime TruncateToYear(DateTime time) => TruncateToYear(DateOnly.FromDateTime(time)).ToDateTime(TimeOnly.MinValue);

    /// <inheritdoc cref="TruncateToYear(DateTime)"/>
    public static DateTime? TruncateToYear(DateTime? time) => time is { } given ? TruncateToYear(given) : null;

    /// <summary>The first day of the quarter: DATE_TRUNC(quarter, ..).</summary>
    /// <example><code>Quarter = Sql.TruncateToQuarter(DateOnly.FromDateTime(s.SoldAt))</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly TruncateToQuarter(DateOnly day) => new(day.Year, Quarter(day) * 3 - 2, 1);

    /// <inheritdoc cref="TruncateToQuarter(DateOnly)"/>
    public static DateOnly? TruncateToQuarter(DateOnly? day) => day is { } given ? TruncateToQuarter(given) : null;

    /// <summary>The beginning of the quarter: DATE_TRUNC(quarter, ..).</summary>
    /// <example><code>Quarter = Sql.TruncateToQuarter(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static DateTime TruncateToQuarter(DateTime time) => TruncateToQuarter(DateOnly.FromDateTime(time)).ToDateTime(TimeOnly.MinValue);

    /// <inheritdoc cref="TruncateToQuarter(DateTime)"/>
    public static DateTime? TruncateToQuarter(DateTime? time) => time is { } given ? TruncateToQuarter(given) : null;

    /// <summary>The first day of the month: DATE_TRUNC(month, ..).</summary>
    /// <example><code>Month = Sql.TruncateToMonth(DateOnly.FromDateTime(s.SoldAt))</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly TruncateToMonth(DateOnly day) => new(day.Year, day.Month, 1);

    /// <inheritdoc cref="TruncateToMonth(DateOnly)"/>
    public static DateOnly? TruncateToMonth(DateOnly? day) => day is { } given ? TruncateToMonth(given) : null;

    /// <summary>The beginning of the month: DATE_TRUNC(month, ..).</summary>
    /// <example><code>Month = Sql.TruncateToMonth(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static DateTime TruncateToMonth(DateTime time) => TruncateToMonth(DateOnly.FromDateTime(time)).ToDateTime(TimeOnly.MinValue);

    /// <inheritdoc cref="TruncateToMonth(DateTime)"/>
    public static DateTime? TruncateToMonth(DateTime? time) => time is { } given ? TruncateToMonth(given) : null;

    /// <summary>The Monday of the week, whatever the session's WEEK_START: DATE_TRUNC(week, ..).</summary>
    /// <example><code>Week = Sql.TruncateToWeek(DateOnly.FromDateTime(s.SoldAt))</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly TruncateToWeek(DateOnly day) => day.AddDays(1 - IsoDayOfWeek(day));

    /// <inheritdoc cref="TruncateToWeek(DateOnly)"/>
    public static DateOnly? TruncateToWeek(DateOnly? day) => day is { } given ? TruncateToWeek(given) : null;

    /// <summary>Midnight of the Monday of the week, whatever the session's WEEK_START: DATE_TRUNC(week, ..).</summary>
    /// <example><code>Week = Sql.TruncateToWeek(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static DateTime TruncateToWeek(DateTime time) => TruncateToWeek(DateOnly.FromDateTime(time)).ToDateTime(TimeOnly.MinValue);

    /// <inheritdoc cref="TruncateToWeek(DateTime)"/>
    public static DateTime? TruncateToWeek(DateTime? time) => time is { } given ? TruncateToWeek(given) : null;

    /// <summary>The beginning of the day: DATE_TRUNC(day, ..).</summary>
    /// <example><code>Day = Sql.TruncateToDay(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static DateTime TruncateToDay(DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerDay);

    /// <inheritdoc cref="TruncateToDay(DateTime)"/>
    public static DateTime? TruncateToDay(DateTime? time) => time is { } given ? TruncateToDay(given) : null;

    /// <summary>The beginning of the hour: DATE_TRUNC(hour, ..).</summary>
    /// <example><code>Hour = Sql.TruncateToHour(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static DateTime TruncateToHour(DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerHour);

    /// <inheritdoc cref="TruncateToHour(DateTime)"/>
    public static DateTime? TruncateToHour(DateTime? time) => time is { } given ? TruncateToHour(given) : null;

    /// <summary>The beginning of the minute: DATE_TRUNC(minute, ..).</summary>
    /// <example><code>Minute = Sql.TruncateToMinute(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static DateTime TruncateToMinute(DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerMinute);

    /// <inheritdoc cref="TruncateToMinute(DateTime)"/>
    public static DateTime? TruncateToMinute(DateTime? time) => time is { } given ? TruncateToMinute(given) : null;

    /// <summary>The beginning of the second: DATE_TRUNC(second, ..).</summary>
    /// <example><code>Second = Sql.TruncateToSecond(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static DateTime TruncateToSecond(DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerSecond);

    /// <inheritdoc cref="TruncateToSecond(DateTime)"/>
    public static DateTime? TruncateToSecond(DateTime? time) => time is { } given ? TruncateToSecond(given) : null;

    /// <summary>The Sunday of the week, whatever the session's WEEK_START.</summary>
    /// <example><code>Ends = Sql.LastDayOfWeek(day)</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly LastDayOfWeek(DateOnly day) => TruncateToWeek(day).AddDays(6);

    /// <inheritdoc cref="LastDayOfWeek(DateOnly)"/>
    public static DateOnly? LastDayOfWeek(DateOnly? day) => day is { } given ? LastDayOfWeek(given) : null;

    /// <summary>The last day of the month: LAST_DAY.</summary>
    /// <example><code>Ends = Sql.LastDayOfMonth(day)</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly LastDayOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    /// <inheritdoc cref="LastDayOfMonth(DateOnly)"/>
    public static DateOnly? LastDayOfMonth(DateOnly? day) => day is { } given ? LastDayOfMonth(given) : null;

    /// <summary>The last day of the quarter: LAST_DAY(.., quarter).</summary>
    /// <example><code>Ends = Sql.LastDayOfQuarter(day)</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly LastDayOfQuarter(DateOnly day) => LastDayOfMonth(TruncateToQuarter(day).AddMonths(2));

    /// <inheritdoc cref="LastDayOfQuarter(DateOnly)"/>
    public static DateOnly? LastDayOfQuarter(DateOnly? day) => day is { } given ? LastDayOfQuarter(given) : null;

    /// <summary>The last day of the year: LAST_DAY(.., year).</summary>
    /// <example><code>Ends = Sql.LastDayOfYear(day)</code></example>
    /// <param name="day">The day.</param>
    public static DateOnly LastDayOfYear(DateOnly day) => new(day.Year, 12, 31);

    /// <inheritdoc cref="LastDayOfYear(DateOnly)"/>
    public static DateOnly? LastDayOfYear(DateOnly? day) => day is { } given ? LastDayOfYear(given) : null;

    /// <summary>The first such day of the week after this day: NEXT_DAY.</summary>
    /// <example><code>Delivery = Sql.NextDay(o.Day, DayOfWeek.Friday)</code></example>
    /// <param name="day">The day.</param>
    /// <param name="wanted">The day of the week; a constant.</param>
    public static DateOnly NextDay(DateOnly day, DayOfWeek wanted) => day.AddDays(((int)wanted - (int)day.DayOfWeek + 6) % 7 + 1);

    /// <inheritdoc cref="NextDay(DateOnly, DayOfWeek)"/>
    public static DateOnly? NextDay(DateOnly? day, DayOfWeek wanted) => day is { } given ? NextDay(given, wanted) : null;

    /// <summary>The last such day of the week before this day: PREVIOUS_DAY.</summary>
    /// <example><code>Delivery = Sql.PreviousDay(o.Day, DayOfWeek.Friday)</code></example>
    /// <param name="day">The day.</param>
    /// <param name="wanted">The day of the week; a constant.</param>
    public static DateOnly PreviousDay(DateOnly day, DayOfWeek wanted) => day.AddDays(-(((int)day.DayOfWeek - (int)wanted + 6) % 7 + 1));

    /// <inheritdoc cref="PreviousDay(DateOnly, DayOfWeek)"/>
    public static DateOnly? PreviousDay(DateOnly? day, DayOfWeek wanted) => day is { } given ? PreviousDay(given, wanted) : null;
}
