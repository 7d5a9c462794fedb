using System.Globalization;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>The quarter of the year, 1 to 4: QUARTER.</summary>
    /// <example><code>Quarter = Sql.Quarter(day)</code></example>
    /// <param name="day">The day.</param>
    public static int Quarter(DateOnly day) => (day.Month + 2) / 3;

    /// <inheritdoc cref="Quarter(DateOnly)"/>
    public static int? Quarter(DateOnly? day) => day is { } given ? Quarter(given) : null;

    /// <summary>The quarter of the year, 1 to 4: QUARTER.</summary>
    /// <example><code>Quarter = Sql.Quarter(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static int Quarter(DateTime time) => Quarter(DateOnly.FromDateTime(time));

    /// <inheritdoc cref="Quarter(DateTime)"/>
    public static int? Quarter(DateTime? time) => time is { } given ? Quarter(given) : null;

    /// <summary>The day of the week, 1 for Monday to 7 for Sunday: DAYOFWEEKISO.</summary>
    /// <example><code>Day = Sql.IsoDayOfWeek(day)</code></example>
    /// <param name="day">The day.</param>
    public static int IsoDayOfWeek(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    /// <inheritdoc cref="IsoDayOfWeek(DateOnly)"/>
    public static int? IsoDayOfWeek(DateOnly? day) => day is { } given ? IsoDayOfWeek(given) : null;

    /// <summary>The day of the week, 1 for Monday to 7 for Sunday: DAYOFWEEKISO.</summary>
    /// <example><code>Day = Sql.IsoDayOfWeek(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static int IsoDayOfWeek(DateTime time) => IsoDayOfWeek(DateOnly.FromDateTime(time));

    /// <inheritdoc cref="IsoDayOfWeek(DateTime)"/>
    public static int? IsoDayOfWeek(DateTime? time) => time is { } given ? IsoDayOfWeek(given) : null;

    /// <summary>The number of the ISO week, 1 to 53; it begins on Monday, and week 1 holds the first Thursday: WEEKISO.</summary>
    /// <example><code>Week = Sql.IsoWeek(day)</code></example>
    /// <param name="day">The day.</param>
    public static int IsoWeek(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));

    /// <inheritdoc cref="IsoWeek(DateOnly)"/>
    public static int? IsoWeek(DateOnly? day) => day is { } given ? IsoWeek(given) : null;

    /// <summary>The number of the ISO week, 1 to 53; it begins on Monday, and week 1 holds the first Thursday: WEEKISO.</summary>
    /// <example><code>Week = Sql.IsoWeek(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static int IsoWeek(DateTime time) => IsoWeek(DateOnly.FromDateTime(time));

    /// <inheritdoc cref="IsoWeek(DateTime)"/>
    public static int? IsoWeek(DateTime? time) => time is { } given ? IsoWeek(given) : null;

    /// <summary>The year to which the ISO week belongs; around New Year it may differ from the day's: YEAROFWEEKISO.</summary>
    /// <example><code>Year = Sql.IsoWeekYear(day)</code></example>
    /// <param name="day">The day.</param>
    public static int IsoWeekYear(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue));

    /// <inheritdoc cref="IsoWeekYear(DateOnly)"/>
    public static int? IsoWeekYear(DateOnly? day) => day is { } given ? IsoWeekYear(given) : null;

    /// <summary>The year to which the ISO week belongs; around New Year it may differ from the day's: YEAROFWEEKISO.</summary>
    /// <example><code>Year = Sql.IsoWeekYear(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static int IsoWeekYear(DateTime time) => IsoWeekYear(DateOnly.FromDateTime(time));

    /// <inheritdoc cref="IsoWeekYear(DateTime)"/>
    public static int? IsoWeekYear(DateTime? time) => time is { } given ? IsoWeekYear(given) : null;

    /// <summary>The day of the week in three English letters, such as <c>Mon</c>: DAYNAME.</summary>
    /// <example><code>Day = Sql.DayName(day)</code></example>
    /// <param name="day">The day.</param>
    public static string DayName(DateOnly day) => day.ToString("ddd", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="DayName(DateOnly)"/>
    public static string? DayName(DateOnly? day) => day is { } given ? DayName(given) : null;

    /// <summary>The day of the week in three English letters, such as <c>Mon</c>: DAYNAME.</summary>
    /// <example><code>Day = Sql.DayName(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static string DayName(DateTime time) => DayName(DateOnly.FromDateTime(time));

    /// <inheritdoc cref="DayName(DateTime)"/>
    public static string? DayName(DateTime? time) => time is { } given ? DayName(given) : null;

    /// <summary>The month in three English letters, such as <c>Jan</c>: MONTHNAME.</summary>
    /// <example><code>Month = Sql.MonthName(day)</code></example>
    /// <param name="day">The day.</param>
    public static string MonthName(DateOnly day) => day.ToString("MMM", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="MonthName(DateOnly)"/>
    public static string? MonthName(DateOnly? day) => day is { } given ? MonthName(given) : null;

    /// <summary>The month in three English letters, such as <c>Jan</c>: MONTHNAME.</summary>
    /// <example><code>Month = Sql.MonthName(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static string MonthName(DateTime time) => MonthName(DateOnly.FromDateTime(time));

    /// <inheritdoc cref="MonthName(DateTime)"/>
    public static string? MonthName(DateTime? time) => time is { } given ? MonthName(given) : null;

    /// <summary>The month's English name, such as <c>January</c>: TO_CHAR(.., 'MMMM').</summary>
    /// <example><code>Month = Sql.FullMonthName(day)</code></example>
    /// <param name="day">The day.</param>
    public static string FullMonthName(DateOnly day) => day.ToString("MMMM", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="FullMonthName(DateOnly)"/>
    public static string? FullMonthName(DateOnly? day) => day is { } given ? FullMonthName(given) : null;

    /// <summary>The month's English name, such as <c>January</c>: TO_CHAR(.., 'MMMM').</summary>
    /// <example><code>Month = Sql.FullMonthName(s.SoldAt)</code></example>
    /// <param name="time">The time.</param>
    public static string FullMonthName(DateTime time) => FullMonthName(DateOnly.FromDateTime(time));

    /// <inheritdoc cref="FullMonthName(DateTime)"/>
    public static string? FullMonthName(DateTime? time) => time is { } given ? FullMonthName(given) : null;
}
