using Pipeline.Catalog;
using static Pipeline.Sql.Tests.Spelled;

namespace Pipeline.Sql.Tests;

/// <summary>Each function in Snowflake's words, in DuckDB's, and the value that DuckDB gives, which is C#'s.</summary>
public sealed class FunctionTableTests : IDisposable
{
    private static readonly SqlType Decimal122 = SqlType.Number(12, 2);
    private static readonly Literal Noon = new("2024-01-31 12:30:45.123456", SqlType.Timestamp);
    private static readonly Literal January31 = new("2024-01-31", SqlType.Date);
    private static readonly Literal NewYear = new("2021-01-01", SqlType.Date);
    private readonly Duck duck = new();


    [Fact]
    public void Each_function_computes_on_DuckDB_what_CSharp_does()
    {
        Assert.All(Rows(), row => Assert.Equal(row.Value, duck.Value(row.Call.DuckDb())));
    }

    [Fact]
    public void Each_function_has_Snowflakes_own_words()
    {
        Assert.All(Rows(), row => Assert.Equal(row.Snowflake, row.Call.Snowflake()));
    }

    public void Dispose() => duck.Dispose();

    private static IEnumerable<(FunctionCall Call, string Snowflake, string Value)> Rows() =>
    [
        (Call("Upper", SqlType.Text, Text("aé")), "UPPER('aé')", "AÉ"),
        (Call("Lower", SqlType.Text, Text("AÉ")), "LOWER('AÉ')", "aé"),
        (Call("Trim", SqlType.Text, Text(" \ta\r\n")), @"TRIM(' \ta\r\n', ' \t\r\n')", "a"),
        (Call("TrimStart", SqlType.Text, Text(" a ")), @"LTRIM(' a ', ' \t\r\n')", "a "),
        (Call("TrimEnd", SqlType.Text, Text(" a ")), @"RTRIM(' a ', ' \t\r\n')", " a"),
        (Call("Trim", SqlType.Text, Text("xax"), Text("x")), "TRIM('xax', 'x')", "a"),
        (Call("TrimStart", SqlType.Text, Text("xax"), Text("x")), "LTRIM('xax', 'x')", "ax"),
        (Call("TrimEnd", SqlType.Text, Text("xax"), Text("x")), "RTRIM('xax', 'x')", "xa"),
        (Call("Length", SqlType.Int32, Text("añb")), "LENGTH('añb')", "3"),
        (Call("Contains", SqlType.Boolean, Text("abc"), Text("b")), "CONTAINS('abc', 'b')", "True"),
        (Call("StartsWith", SqlType.Boolean, Text("abc"), Text("a")), "STARTSWITH('abc', 'a')", "True"),
        (Call("EndsWith", SqlType.Boolean, Text("abc"), Text("a")), "ENDSWITH('abc', 'a')", "False"),
        (Call("Replace", SqlType.Text, Text("a.b"), Text("."), Text("-")), "REPLACE('a.b', '.', '-')", "a-b"),
        (Call("IndexOf", SqlType.Int32, Text("abc"), Text("c")), "POSITION('c', 'abc') - 1", "2"),
        (Call("IndexOf", SqlType.Int32, Text("abc"), Text("x")), "POSITION('x', 'abc') - 1", "-1"),
        (Call("PadLeft", SqlType.Text, Text("7"), Number(3), Text("0")), "LPAD('7', GREATEST(LENGTH('7'), 3), '0')", "007"),
        (Call("PadLeft", SqlType.Text, Text("abcd"), Number(3)), "LPAD('abcd', GREATEST(LENGTH('abcd'), 3), ' ')", "abcd"),
        (Call("PadRight", SqlType.Text, Text("7"), Number(3), Text("0")), "RPAD('7', GREATEST(LENGTH('7'), 3), '0')", "700"),
        (Call("PadRight", SqlType.Text, Text("7"), Number(3)), "RPAD('7', GREATEST(LENGTH('7'), 3), ' ')", "7  "),
        (Call("Sha256", SqlType.Text, Text("abc")), "SHA2('abc', 256)", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (Call("IsMatch", SqlType.Boolean, Text("A123"), Text("[0-9]+")), "REGEXP_LIKE('A123', '[0-9]+')", "False"),
        (Call("IsMatch", SqlType.Boolean, Text("123"), Text(@"\d+")), @"REGEXP_LIKE('123', '\\d+')", "True"),
        (Call("Substring", SqlType.Text, Text("abc"), Number(1), Number(1)), "SUBSTR('abc', 2, 1)", "b"),
        (Call("Substring", SqlType.Text, Text("abc"), Number(1)), "SUBSTR('abc', 2)", "bc"),
        (Call("Coalesce", SqlType.Text, Literal.Null(SqlType.Text), Text("x")), "COALESCE(NULL, 'x')", "x"),
        (Call("NullIf", SqlType.Text, Text("x"), Text("")), "NULLIF('x', '')", "x"),
        (Call("Abs", Decimal122, new Literal("-1.50", Decimal122)), "ABS(-1.50)", "1.50"),
        (Call("Round", Decimal122, new Literal("2.5", SqlType.Number(2, 1))), "ROUND(2.5)", "3"),
        (Call("Round", Decimal122, new Literal("2.345", SqlType.Number(4, 3)), Number(2)), "ROUND(2.345, 2)", "2.35"),
        (Call("RoundToEven", Decimal122, new Literal("2.345", SqlType.Number(4, 3)), Number(2)), "ROUND(2.345, 2, 'HALF_TO_EVEN')", "2.34"),
        (Call("RoundToEven", Decimal122, new Literal("-2.355", SqlType.Number(4, 3)), Number(2)), "ROUND(-2.355, 2, 'HALF_TO_EVEN')", "-2.36"),
        (Call("RoundToEven", Decimal122, new Literal("2.5", SqlType.Number(2, 1))), "ROUND(2.5, 0, 'HALF_TO_EVEN')", "2"),
        (Call("Floor", Decimal122, new Literal("-1.5", SqlType.Number(2, 1))), "FLOOR(-1.5)", "-2"),
        (Call("Ceiling", Decimal122, new Literal("1.5", SqlType.Number(2, 1))), "CEIL(1.5)", "2"),
        (Call("Truncate", Decimal122, new Literal("-1.5", SqlType.Number(2, 1))), "TRUNC(-1.5)", "-1"),
        (Call("Sign", SqlType.Int32, Number(-3)), "SIGN(-3)", "-1"),
        (Call("Sqrt", SqlType.Float, Number(9)), "SQRT(9)", "3"),
        (Call("Power", SqlType.Float, Number(2), Number(3)), "POWER(2, 3)", "8"),
        (Call("Least", SqlType.Int32, Number(2), Number(1)), "LEAST(2, 1)", "1"),
        (Call("Greatest", SqlType.Int32, Number(2), Literal.Null(SqlType.Int32)), "GREATEST(2, NULL)", ""),
        (Call("Year", SqlType.Int32, January31), "YEAR(DATE '2024-01-31')", "2024"),
        (Call("Quarter", SqlType.Int32, January31), "QUARTER(DATE '2024-01-31')", "1"),
        (Call("Month", SqlType.Int32, January31), "MONTH(DATE '2024-01-31')", "1"),
        (Call("Day", SqlType.Int32, January31), "DAY(DATE '2024-01-31')", "31"),
        (Call("Hour", SqlType.Int32, Noon), "HOUR('2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6))", "12"),
        (Call("Minute", SqlType.Int32, Noon), "MINUTE('2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6))", "30"),
        (Call("Second", SqlType.Int32, Noon), "SECOND('2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6))", "45"),
        (Call("DayOfYear", SqlType.Int32, January31), "DAYOFYEAR(DATE '2024-01-31')", "31"),
        (Call("DayOfWeek", SqlType.Int32, new Literal("2024-01-07", SqlType.Date)), "MOD(DAYOFWEEKISO(DATE '2024-01-07'), 7)", "0"),
        (Call("IsoDayOfWeek", SqlType.Int32, new Literal("2024-01-07", SqlType.Date)), "DAYOFWEEKISO(DATE '2024-01-07')", "7"),
        (Call("IsoWeek", SqlType.Int32, NewYear), "WEEKISO(DATE '2021-01-01')", "53"),
        (Call("IsoWeekYear", SqlType.Int32, NewYear), "YEAROFWEEKISO(DATE '2021-01-01')", "2020"),
        (Call("AddDays", SqlType.Date, January31, Number(1)), "DATEADD('DAY', 1, DATE '2024-01-31')", "2024-02-01"),
        (Call("AddMonths", SqlType.Date, January31, Number(1)), "DATEADD('MONTH', 1, DATE '2024-01-31')", "2024-02-29"),
        (Call("AddYears", SqlType.Date, January31, Number(1)), "DATEADD('YEAR', 1, DATE '2024-01-31')", "2025-01-31"),
        (Call("AddHours", SqlType.Timestamp, Noon, Number(1)), "DATEADD('HOUR', 1, '2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6))", "2024-01-31 13:30:45.123456"),
        (Call("AddSeconds", SqlType.Timestamp, Noon, Number(1)), "DATEADD('SECOND', 1, '2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6))", "2024-01-31 12:30:46.123456"),
        (Call("TruncateToMonth", SqlType.Date, January31), "DATE_TRUNC('MONTH', DATE '2024-01-31')", "2024-01-01"),
        (Call("MinutesBetween", SqlType.Int64, new Literal("2024-01-31 10:00:59.000000", SqlType.Timestamp), new Literal("2024-01-31 10:01:00.000000", SqlType.Timestamp)),
            "DATEDIFF('MINUTE', '2024-01-31 10:00:59'::TIMESTAMP_NTZ(6), '2024-01-31 10:01:00'::TIMESTAMP_NTZ(6))", "1"),
        (Call("HoursBetween", SqlType.Int64, Noon, Noon), "DATEDIFF('HOUR', '2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6), '2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6))", "0"),
        (Call("SecondsBetween", SqlType.Int64, NewYear, NewYear), "DATEDIFF('SECOND', DATE '2021-01-01', DATE '2021-01-01')", "0"),
        (Call("DaysBetween", SqlType.Int64, NewYear, January31), "DATEDIFF('DAY', DATE '2021-01-01', DATE '2024-01-31')", "1125"),
        (Call("MonthsBetween", SqlType.Int64, January31, new Literal("2024-02-01", SqlType.Date)), "DATEDIFF('MONTH', DATE '2024-01-31', DATE '2024-02-01')", "1"),
        (Call("YearsBetween", SqlType.Int64, NewYear, January31), "DATEDIFF('YEAR', DATE '2021-01-01', DATE '2024-01-31')", "3"),
        (Call("MicrosecondsBetween", SqlType.Int64, new Literal("10:00:00.000000", SqlType.Time), new Literal("10:00:01.500000", SqlType.Time)),
            "DATEDIFF('MICROSECOND', TIME '10:00:00.000000', TIME '10:00:01.500000')", "1500000"),
        (Call("MicrosecondOfSecond", SqlType.Int32, Noon), "TRUNC(DATE_PART('NANOSECOND', '2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6)) / 1000)", "123456"),
        (Call("UtcTime", SqlType.Timestamp, new Literal("2024-01-31 12:30:45+02:00", SqlType.TimestampTz)),
            "CAST(CONVERT_TIMEZONE('UTC', '2024-01-31 12:30:45+02:00'::TIMESTAMP_TZ(6)) AS TIMESTAMP_NTZ(6))", "2024-01-31 10:30:45.000000"),
        (Call("FormatTime", SqlType.Text, Noon, Text("YYYY-MM-DD HH24:MI:SS.FF3")), "TO_CHAR('2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6), 'YYYY-MM-DD HH24:MI:SS.FF3')", "2024-01-31 12:30:45.123"),
        (Call("FormatTime", SqlType.Text, new Literal("09:05:00.000000", SqlType.Time), Text("HH24:MI")), "TO_CHAR(TIME '09:05:00.000000', 'HH24:MI')", "09:05"),
        (Call("FromEpochMilliseconds", SqlType.Timestamp, Number(1704067200123)), "TO_TIMESTAMP_NTZ(1704067200123, 3)", "2024-01-01 00:00:00.123000"),
        (Call("CurrentTimestamp", SqlType.Timestamp), "SYSDATE()", "2024-02-29 13:14:15.123456"),
        (Call("Now", SqlType.Timestamp), "SYSDATE()", "2024-02-29 13:14:15.123456"),
        (Call("Today", SqlType.Date), "CAST(SYSDATE() AS DATE)", "2024-02-29"),
        (Call("TryToDecimal", Decimal122, Text(" 12.345 "), Number(12), Number(2)), "TRY_TO_DECIMAL(' 12.345 ', 12, 2)", "12.35"),
        (Call("TryToDecimal", Decimal122, Text("1_000"), Number(12), Number(2)), "TRY_TO_DECIMAL('1_000', 12, 2)", ""),
        (Call("TryToDecimal", Decimal122, Text("1e3"), Number(12), Number(2)), "TRY_TO_DECIMAL('1e3', 12, 2)", "1000.00"),
        (Call("TryToInt", SqlType.Int32, Text("17850.0")), "TRY_TO_NUMBER('17850.0', 10, 0)", "17850"),
        (Call("TryToInt", SqlType.Int32, Text("0x10")), "TRY_TO_NUMBER('0x10', 10, 0)", ""),
        (Call("TryToLong", SqlType.Int64, Text("12345678901")), "TRY_TO_NUMBER('12345678901', 19, 0)", "12345678901"),
        (Call("TryToDate", SqlType.Date, Text("2024-01-31"), Text("YYYY-MM-DD")), "TRY_TO_DATE('2024-01-31', 'YYYY-MM-DD')", "2024-01-31"),
        (Call("TryToDate", SqlType.Date, Text("31.1.2024"), Text("YYYY-MM-DD")), "TRY_TO_DATE('31.1.2024', 'YYYY-MM-DD')", ""),
        (Call("TryToTimestamp", SqlType.Timestamp, Text("12/1/2010 8:26"), Text("MM/DD/YYYY HH24:MI")),
            "TRY_TO_TIMESTAMP_NTZ('12/1/2010 8:26', 'MM/DD/YYYY HH24:MI')", "2010-12-01 08:26:00.000000"),
        (Call("TryToTimestamp", SqlType.Timestamp, Text("2024-01-31T10:11:12.5+02:00"), Text("YYYY-MM-DD\"T\"HH24:MI:SS.FFTZH:TZM")),
            "TRY_TO_TIMESTAMP_NTZ('2024-01-31T10:11:12.5+02:00', 'YYYY-MM-DD\"T\"HH24:MI:SS.FFTZH:TZM')", "2024-01-31 10:11:12.500000"),
        (Call("TryToTimestamp", SqlType.Timestamp, Text("2024-01-31T10:11:12Z"), Text("AUTO")),
            "TRY_TO_TIMESTAMP_NTZ('2024-01-31T10:11:12Z', 'AUTO')", "2024-01-31 10:11:12.000000"),
        (Call("JsonObject", SqlType.Variant, Text("A"), Number(1), Text("B"), Literal.Null(SqlType.Text)), "OBJECT_CONSTRUCT_KEEP_NULL('A', 1, 'B', NULL)", "{\"A\":1,\"B\":null}"),
        (Call("ObjectOrNull", SqlType.Variant, new Literal("[1]", SqlType.Variant)), "AS_OBJECT(PARSE_JSON('[1]'))", ""),
        (Call("ArraySize", SqlType.Int32, new Literal("[1]", SqlType.Variant)), "ARRAY_SIZE(PARSE_JSON('[1]'))", "1"),
        (Call("StartOfDay", SqlType.Timestamp, Noon), "DATE_TRUNC('DAY', '2024-01-31 12:30:45.123456'::TIMESTAMP_NTZ(6))", "2024-01-31 00:00:00.000000"),
        // Outside of a session nobody reads.
        (Call("IsRoleInSession", SqlType.Boolean, Text("ANALYST")), "IS_ROLE_IN_SESSION('ANALYST')", "False"),
        (Call("CurrentUser", SqlType.Text), "CURRENT_USER()", "NOBODY"),
        (Call("ParseJson", SqlType.Variant, Text("{\"a\":1}")), "PARSE_JSON('{\"a\":1}')", "{\"a\":1}"),
    ];
}
