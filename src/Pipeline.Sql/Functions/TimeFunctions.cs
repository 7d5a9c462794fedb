using Pipeline.Sql.DuckDb;
using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Times: moved, cut, made of numbers, and the time between them.</summary>
internal static class TimeFunctions
{
    private static readonly string[] Parts = ["Year", "Quarter", "Month", "Day", "Hour", "Minute", "Second"];

    public static readonly IReadOnlyList<Function> All =
    [
        // The parts that begin on the way. DuckDB's are those of Snowflake, except that its weeks are cut first.
        .. new[] { "Year", "Quarter", "Month", "Day", "Hour", "Minute", "Second", "Millisecond", "Microsecond" }.Select(part => Of(
            part + "sBetween", 2, $"DATEDIFF('{part.ToUpperInvariant()}', {{0}}, {{1}})", $"DATE_DIFF('{part.ToLowerInvariant()}', {{0}}, {{1}})")),

        // Weeks begin on Monday whatever the session's WEEK_START.
        Of("WeeksBetween", 2,
            "CAST(DATEDIFF('DAY', DATEADD('DAY', -DAYOFWEEKISO({0}), {0}), DATEADD('DAY', -DAYOFWEEKISO({1}), {1})) / 7 AS NUMBER(10,0))",
            "DATE_DIFF('day', {0} - TO_DAYS(CAST(ISODOW({0}) AS INTEGER)), {1} - TO_DAYS(CAST(ISODOW({1}) AS INTEGER))) // 7"),
        Of("ExactMonthsBetween", 2, "MONTHS_BETWEEN({1}, {0})",
            "CASE WHEN DAY({0}) = DAY({1}) OR ({0} = LAST_DAY({0}) AND {1} = LAST_DAY({1})) THEN CAST(DATE_DIFF('month', {0}, {1}) AS DOUBLE) ELSE DATE_DIFF('month', {0}, {1}) + (DAY({1}) - DAY({0})) / 31 END"),

        .. new[] { "Year", "Quarter", "Month", "Week", "Day" }.Select(part => Of("Add" + part + "s", 2, Words.Moved(part), DuckDbWords.Moved(part, "INTEGER"))),
        .. new[] { "Hour", "Minute", "Second", "Millisecond", "Microsecond" }.Select(part => Of("Add" + part + "s", 2, Words.Moved(part), DuckDbWords.Moved(part, "BIGINT"))),

        // From the last day of a month to the last day of another.
        Of("AddMonthsByEnd", 2, "ADD_MONTHS({0}, {1})",
            "CASE WHEN {0} = LAST_DAY({0}) THEN LAST_DAY({0} + TO_MONTHS(CAST({1} AS INTEGER))) ELSE CAST({0} + TO_MONTHS(CAST({1} AS INTEGER)) AS DATE) END"),

        .. Parts.Select(part => Of("TruncateTo" + part, 1, $"DATE_TRUNC('{part.ToUpperInvariant()}', {{0}})", DuckDbWords.Cut(part))),
        Of("TruncateToWeek", 1, "DATEADD('DAY', 1 - DAYOFWEEKISO({0}), DATE_TRUNC('DAY', {0}))", DuckDbWords.Cut("Week")),
        Of("StartOfDay", 1, "DATE_TRUNC('DAY', {0})", "DATE_TRUNC('day', {0})"),
        Of("LastDayOfWeek", 1, "DATEADD('DAY', 7 - DAYOFWEEKISO({0}), {0})", "CAST({0} + TO_DAYS(CAST(7 - ISODOW({0}) AS INTEGER)) AS DATE)"),
        Of("LastDayOfMonth", 1, "LAST_DAY({0}, 'MONTH')", "LAST_DAY({0})"),
        Of("LastDayOfQuarter", 1, "LAST_DAY({0}, 'QUARTER')", "LAST_DAY(DATE_TRUNC('quarter', {0}) + TO_MONTHS(2))"),
        Of("LastDayOfYear", 1, "LAST_DAY({0}, 'YEAR')", "MAKE_DATE(YEAR({0}), 12, 31)"),
        Of("NextDay", 2, Words.NextDay("NEXT_DAY"), DuckDbWords.NextDay),
        Of("PreviousDay", 2, Words.NextDay("PREVIOUS_DAY"), DuckDbWords.PreviousDay),

        // Counted from the beginning of 1970, as TIME_SLICE counts.
        .. new[] { "Second", "Minute", "Hour", "Day", "Month" }.Select(part => Of(
            "SliceOf" + part + "s", 2, $"TIME_SLICE({{0}}, {{1}}, '{part.ToUpperInvariant()}')",
            $"TIME_BUCKET(TO_{part.ToUpperInvariant()}S({{1}}), {{0}}, TIMESTAMP '1970-01-01')")),

        // A month 13 is the January after.
        Of("DateFromParts", 3, "DATE_FROM_PARTS({0}, {1}, {2})",
            "CAST(MAKE_DATE({0}, 1, 1) + TO_MONTHS(CAST({1} - 1 AS INTEGER)) + TO_DAYS(CAST({2} - 1 AS INTEGER)) AS DATE)"),
        Of("TimestampFromParts", 6, "TIMESTAMP_NTZ_FROM_PARTS({0}, {1}, {2}, {3}, {4}, {5})",
            "(MAKE_DATE({0}, 1, 1) + TO_MONTHS(CAST({1} - 1 AS INTEGER)) + TO_DAYS(CAST({2} - 1 AS INTEGER)) + TO_HOURS(CAST({3} AS BIGINT)) + TO_MINUTES(CAST({4} AS BIGINT)) + TO_SECONDS(CAST({5} AS BIGINT)))"),
        Of("TimeFromParts", 3, "TIME_FROM_PARTS({0}, {1}, {2})", "MAKE_TIME({0}, {1}, CAST({2} AS DOUBLE))"),

        Of("FromEpochSeconds", 1, "TO_TIMESTAMP_NTZ({0}, 0)", "MAKE_TIMESTAMP(CAST({0} AS BIGINT) * 1000000)"),
        Of("FromEpochMilliseconds", 1, "TO_TIMESTAMP_NTZ({0}, 3)", "EPOCH_MS(CAST({0} AS BIGINT))"),
        Of("FromEpochMicroseconds", 1, "TO_TIMESTAMP_NTZ({0}, 6)", "MAKE_TIMESTAMP(CAST({0} AS BIGINT))"),
        Of("EpochSeconds", 1, "DATE_PART('EPOCH_SECOND', {0})", "DATE_DIFF('second', TIMESTAMP '1970-01-01', {0})"),
        Of("EpochMilliseconds", 1, "DATE_PART('EPOCH_MILLISECOND', {0})", "DATE_DIFF('millisecond', TIMESTAMP '1970-01-01', {0})"),
        Of("EpochMicroseconds", 1, "DATE_PART('EPOCH_MICROSECOND', {0})", "DATE_DIFF('microsecond', TIMESTAMP '1970-01-01', {0})"),

        Of("UtcTime", 1, "CAST(CONVERT_TIMEZONE('UTC', {0}) AS TIMESTAMP_NTZ(6))", "TIMEZONE('UTC', {0})"),
        Of("ConvertTimeZone", 3, "CONVERT_TIMEZONE({0}, {1}, {2})", "TIMEZONE({1}, TIMEZONE({0}, {2}))"),

        // UTC whatever the session's zone; locally the engine's clock.
        Of("CurrentTimestamp", 0, "SYSDATE()", "CAST(GETVARIABLE('now') AS TIMESTAMP)"),
        Of("Now", 0, "SYSDATE()", "CAST(GETVARIABLE('now') AS TIMESTAMP)"),
        Of("Today", 0, "CAST(SYSDATE() AS DATE)", "CAST(GETVARIABLE('now') AS DATE)"),
    ];
}
