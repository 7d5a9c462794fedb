using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>The parts of a time. The ISO forms don't depend on the session's WEEK_START.</summary>
internal static class TimePartFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Same("Year", 1, "YEAR({0})"),
        Same("Quarter", 1, "QUARTER({0})"),
        Same("Month", 1, "MONTH({0})"),
        Same("Day", 1, "DAY({0})"),
        Same("Hour", 1, "HOUR({0})"),
        Same("Minute", 1, "MINUTE({0})"),
        Same("Second", 1, "SECOND({0})"),
        Same("DayOfYear", 1, "DAYOFYEAR({0})"),
        Of("DayOfWeek", 1, "MOD(DAYOFWEEKISO({0}), 7)", "DAYOFWEEK({0})"),
        Of("IsoDayOfWeek", 1, "DAYOFWEEKISO({0})", "ISODOW({0})"),
        Of("IsoWeek", 1, "WEEKISO({0})", "WEEKOFYEAR({0})"),
        Of("IsoWeekYear", 1, "YEAROFWEEKISO({0})", "ISOYEAR({0})"),
        Of("DayName", 1, "DAYNAME({0})", "STRFTIME({0}, '%a')"),
        Of("MonthName", 1, "MONTHNAME({0})", "STRFTIME({0}, '%b')"),
        Of("FullMonthName", 1, "TO_CHAR({0}, 'MMMM')", "STRFTIME({0}, '%B')"),
        // DuckDB counts the seconds' part of a minute too.
        Of("MicrosecondOfSecond", 1, "TRUNC(DATE_PART('NANOSECOND', {0}) / 1000)", "CAST(MICROSECOND({0}) % 1000000 AS BIGINT)"),
    ];
}
