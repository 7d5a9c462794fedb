using static Pipeline.Sql.Precedence;

namespace Pipeline.Sql;

/// <summary>
/// Every scalar function that is a matter of words alone, in both dialects side by side. Where they compute differently, the difference is
/// closed here.
/// </summary>
/// <remarks>Functions whose words depend on the values or types of their arguments are in <see cref="ExpressionWriter"/>'s dialects.</remarks>
internal static class FunctionTable
{
    public static readonly IReadOnlyList<Function> All =
    [
        // Texts. C# trims all white space; both databases, unless told, the blank alone.
        Same("Upper", 1, "UPPER({0})"),
        Same("Lower", 1, "LOWER({0})"),
        Of("Trim", 1, @"TRIM({0}, ' \t\r\n')", @"TRIM({0}, e' \t\r\n')"),
        Of("TrimStart", 1, @"LTRIM({0}, ' \t\r\n')", @"LTRIM({0}, e' \t\r\n')"),
        Of("TrimEnd", 1, @"RTRIM({0}, ' \t\r\n')", @"RTRIM({0}, e' \t\r\n')"),
        Same("Trim", 2, "TRIM({0}, {1})"),
        Same("TrimStart", 2, "LTRIM({0}, {1})"),
        Same("TrimEnd", 2, "RTRIM({0}, {1})"),
        Same("Length", 1, "LENGTH({0})"),
        Same("Contains", 2, "CONTAINS({0}, {1})"),
        Of("StartsWith", 2, "STARTSWITH({0}, {1})", "STARTS_WITH({0}, {1})"),
        Of("EndsWith", 2, "ENDSWITH({0}, {1})", "ENDS_WITH({0}, {1})"),
        Same("Replace", 3, "REPLACE({0}, {1}, {2})"),
        Of("IndexOf", 2, "POSITION({1}, {0}) - 1", "INSTR({0}, {1}) - 1", Additive),
        // Padding never cuts in C#.
        Of("PadLeft", 2, "LPAD({0}, GREATEST(LENGTH({0}), {1}), ' ')", "LPAD({0}, CAST(GREATEST(LENGTH({0}), {1}) AS INTEGER), ' ')"),
        Of("PadLeft", 3, "LPAD({0}, GREATEST(LENGTH({0}), {1}), {2})", "LPAD({0}, CAST(GREATEST(LENGTH({0}), {1}) AS INTEGER), {2})"),
        Of("PadRight", 2, "RPAD({0}, GREATEST(LENGTH({0}), {1}), ' ')", "RPAD({0}, CAST(GREATEST(LENGTH({0}), {1}) AS INTEGER), ' ')"),
        Of("PadRight", 3, "RPAD({0}, GREATEST(LENGTH({0}), {1}), {2})", "RPAD({0}, CAST(GREATEST(LENGTH({0}), {1}) AS INTEGER), {2})"),
        Of("Sha256", 1, "SHA2({0}, 256)", "SHA256({0})"),
        // Snowflake anchors at both ends; so does DuckDB by the full match.
        Of("IsMatch", 2, "REGEXP_LIKE({0}, {1})", "REGEXP_FULL_MATCH({0}, {1})"),

        Same("Coalesce", Function.Any, "COALESCE({*})"),
        Same("NullIf", 2, "NULLIF({0}, {1})"),

        // Numbers.
        Same("Abs", 1, "ABS({0})"),
        Same("Round", 1, "ROUND({0})"),
        Same("Round", 2, "ROUND({0}, {1})"),
        Same("Floor", 1, "FLOOR({0})"),
        Of("Ceiling", 1, "CEIL({0})", "CEIL({0})"),
        Same("Truncate", 1, "TRUNC({0})"),
        Same("Sign", 1, "SIGN({0})"),
        Same("Sqrt", 1, "SQRT({0})"),
        Of("Power", 2, "POWER({0}, {1})", "POWER({0}, {1})"),

        // Times. The ISO forms don't depend on the session's WEEK_START.
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
        Of("StartOfDay", 1, "DATE_TRUNC('DAY', {0})", "DATE_TRUNC('day', {0})"),
        Of("MinutesBetween", 2, "DATEDIFF('MINUTE', {0}, {1})", "DATE_DIFF('minute', {0}, {1})"),
        Of("HoursBetween", 2, "DATEDIFF('HOUR', {0}, {1})", "DATE_DIFF('hour', {0}, {1})"),
        Of("SecondsBetween", 2, "DATEDIFF('SECOND', {0}, {1})", "DATE_DIFF('second', {0}, {1})"),
        Of("DaysBetween", 2, "DATEDIFF('DAY', {0}, {1})", "DATE_DIFF('day', {0}, {1})"),
        Of("MonthsBetween", 2, "DATEDIFF('MONTH', {0}, {1})", "DATE_DIFF('month', {0}, {1})"),
        Of("YearsBetween", 2, "DATEDIFF('YEAR', {0}, {1})", "DATE_DIFF('year', {0}, {1})"),
        Of("MicrosecondsBetween", 2, "DATEDIFF('MICROSECOND', {0}, {1})", "DATE_DIFF('microsecond', {0}, {1})"),
        // DuckDB counts the seconds' part of a minute too.
        Of("MicrosecondOfSecond", 1, "TRUNC(DATE_PART('NANOSECOND', {0}) / 1000)", "CAST(MICROSECOND({0}) % 1000000 AS BIGINT)"),
        Of("UtcTime", 1, "CAST(CONVERT_TIMEZONE('UTC', {0}) AS TIMESTAMP_NTZ(6))", "TIMEZONE('UTC', {0})"),
        Of("FromEpochMilliseconds", 1, "TO_TIMESTAMP_NTZ({0}, 3)", "EPOCH_MS(CAST({0} AS BIGINT))"),

        // UTC whatever the session's zone; locally the engine's clock.
        Of("CurrentTimestamp", 0, "SYSDATE()", "CAST(GETVARIABLE('now') AS TIMESTAMP)"),
        Of("Now", 0, "SYSDATE()", "CAST(GETVARIABLE('now') AS TIMESTAMP)"),
        Of("Today", 0, "CAST(SYSDATE() AS DATE)", "CAST(GETVARIABLE('now') AS DATE)"),

        // Semi-structured.
        Of("JsonObject", Function.Any, "OBJECT_CONSTRUCT_KEEP_NULL({*})", "JSON_OBJECT({*})"),
        Of("ParseJson", 1, "PARSE_JSON({0})", "CAST({0} AS JSON)"),
        Of("ObjectOrNull", 1, "AS_OBJECT({0})", "CASE WHEN JSON_TYPE({0}) = 'OBJECT' THEN {0} END"),
        Of("ArraySize", 1, "ARRAY_SIZE({0})", "CASE WHEN JSON_TYPE({0}) = 'ARRAY' THEN CAST(JSON_ARRAY_LENGTH({0}) AS BIGINT) END"),
    ];

    private static readonly Dictionary<(string, int), Function> ByName = All.ToDictionary(f => (f.Name, f.Arguments));

    public static Function? Find(string name, int arguments) =>
        ByName.TryGetValue((name, arguments), out var function) || ByName.TryGetValue((name, Function.Any), out function) ? function : null;

    private static Function Same(string name, int arguments, string text, Precedence binds = Primary) => Of(name, arguments, text, text, binds);

    private static Function Of(string name, int arguments, string snowflake, string duckDb, Precedence binds = Primary) =>
        new(name, arguments, new(snowflake, binds), new(duckDb, binds));
}
