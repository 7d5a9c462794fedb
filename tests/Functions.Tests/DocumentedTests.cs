namespace Functions.Tests;

/// <summary>What Snowflake's manual says that a function gives; DuckDB gives what C# does, as the other tests show.</summary>
public sealed class DocumentedTests
{
    public static TheoryData<string, object?, object?> Values => new()
    {
        // https://docs.snowflake.com/en/sql-reference/functions/split_part
        { "SPLIT_PART('11.22.33', '.', 0)", Sql.SplitPart("11.22.33", ".", 0), "11" },
        { "SPLIT_PART('11.22.33', '.', 2)", Sql.SplitPart("11.22.33", ".", 2), "22" },
        { "SPLIT_PART('11.22.33', '.', -1)", Sql.SplitPart("11.22.33", ".", -1), "33" },
        { "SPLIT_PART('127.0.0.1', '.', 5)", Sql.SplitPart("127.0.0.1", ".", 5), "" },
        { "SPLIT_PART('|a|b|c|', '|', 1)", Sql.SplitPart("|a|b|c|", "|", 1), "" },

        // https://docs.snowflake.com/en/sql-reference/functions/strtok
        { "STRTOK('a.b.c', '.', 1)", Sql.StrTok("a.b.c", ".", 1), "a" },
        { "STRTOK('user@snowflake.com', '@.', 2)", Sql.StrTok("user@snowflake.com", "@.", 2), "snowflake" },
        { "STRTOK('user@snowflake.com.', '@.', 4)", Sql.StrTok("user@snowflake.com.", "@.", 4), null },

        // https://docs.snowflake.com/en/sql-reference/functions/insert
        { "INSERT('abc', 1, 2, 'Z')", Sql.Insert("abc", 1, 2, "Z"), "Zc" },
        { "INSERT('abcdef', 3, 2, 'zzz')", Sql.Insert("abcdef", 3, 2, "zzz"), "abzzzef" },

        // https://docs.snowflake.com/en/sql-reference/functions/jarowinkler_similarity
        { "JAROWINKLER_SIMILARITY('Snowflake', 'Oracle')", Sql.JaroWinkler("Snowflake", "Oracle"), 61 },
        { "JAROWINKLER_SIMILARITY('Gute nacht', 'Ich weis nicht')", Sql.JaroWinkler("Gute nacht", "Ich weis nicht"), 56 },
        { "JAROWINKLER_SIMILARITY('Ich weiß nicht', 'Ich wei? nicht')", Sql.JaroWinkler("Ich weiß nicht", "Ich wei? nicht"), 97 },
        { "JAROWINKLER_SIMILARITY('święta', 'swieta')", Sql.JaroWinkler("święta", "swieta"), 77 },
        { "JAROWINKLER_SIMILARITY('', '')", Sql.JaroWinkler("", ""), 0 },

        // https://docs.snowflake.com/en/sql-reference/functions/initcap
        { "INITCAP('the Quick-gray fox')", Sql.InitCap("the Quick-gray fox"), "The Quick-Gray Fox" },
        { "CONCAT_WS(',', 'one', NULL)", Sql.ConcatWs(",", "one", null), null },
        { "CHARINDEX('an', 'banana', 3)", Sql.CharIndex("an", "banana", 3), 4 },
        { "TRANSLATE('peña', 'ñ', 'n')", Sql.Translate("peña", "ñ", "n"), "pena" },

        // https://docs.snowflake.com/en/sql-reference/functions/months_between
        { "MONTHS_BETWEEN('2019-03-31', '2019-02-28')", Sql.ExactMonthsBetween(new(2019, 2, 28), new(2019, 3, 31)), 1.0 },
        { "MONTHS_BETWEEN('2019-03-28', '2019-02-28')", Sql.ExactMonthsBetween(new(2019, 2, 28), new(2019, 3, 28)), 1.0 },

        // https://docs.snowflake.com/en/sql-reference/functions/add_months
        { "ADD_MONTHS('2016-02-29', 1)", Sql.AddMonthsByEnd(new(2016, 2, 29), 1), new DateOnly(2016, 3, 31) },
        { "ADD_MONTHS('2016-05-31', 1)", Sql.AddMonthsByEnd(new(2016, 5, 31), 1), new DateOnly(2016, 6, 30) },

        // https://docs.snowflake.com/en/sql-reference/functions/datediff
        { "DATEDIFF('month', '2021-01-31', '2021-02-01')", Sql.MonthsBetween(new DateOnly(2021, 1, 31), new DateOnly(2021, 2, 1)), 1 },
        { "DATEDIFF('year', '2020-12-31', '2021-01-01')", Sql.YearsBetween(new DateOnly(2020, 12, 31), new DateOnly(2021, 1, 1)), 1 },

        // https://docs.snowflake.com/en/sql-reference/functions/time_slice
        { "TIME_SLICE('2019-02-28', 3 months)", Sql.SliceOfMonths(new(2019, 2, 28), 3), new DateTime(2019, 1, 1) },
        { "DATE_FROM_PARTS(2004, 13, 1)", Sql.DateFromParts(2004, 13, 1), new DateOnly(2005, 1, 1) },
        { "DATE_FROM_PARTS(2004, 2, 0)", Sql.DateFromParts(2004, 2, 0), new DateOnly(2004, 1, 31) },

        { "WIDTH_BUCKET(0.7, 0, 1, 10)", Sql.WidthBucket(0.7m, 0, 1, 10), 8 },
        { "DIV0(1, 0)", Sql.Div0(1, 0), 0m },
        { "DIV0NULL(1, NULL)", Sql.Div0Null(1, null), 0m },
        { "TRUNC(-975.975, 2)", Sql.Truncate(-975.975m, 2), -975.97m },
        { "FLOOR(-975.975, 1)", Sql.Floor(-975.975m, 1), -976.0m },
        { "CEIL(-975.975, 2)", Sql.Ceiling(-975.975m, 2), -975.97m },
        { "GETBIT(11, 2)", Sql.GetBit(11, 2), 0 },
        { "LEAST(1, NULL)", Sql.Least<int?>(1, null), null },
        { "LEAST_IGNORE_NULLS(1, NULL)", Sql.LeastPresent<int?>(1, null), 1 },
        { "TRY_TO_BOOLEAN('On')", Sql.TryToBoolean("On"), true },
        { "REGEXP_SUBSTR('abc', 'x')", Sql.RegexpSubstr("abc", "x"), null },
        { "'10%' LIKE '10^%' ESCAPE '^'", Sql.Like("10%", "10^%", "^"), true },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Function_gives_what_the_manual_says(string call, object? given, object? documented) => Assert.True(Equals(given, documented), $"{call} is {documented ?? "NULL"}, and here {given ?? "NULL"}");
}
