using Pipeline.Catalog;
using Pipeline.Sql.Snowflake;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Divergences;

/// <summary>Functions and types of which DuckDB by itself computes another result than Snowflake: what a local run gives.</summary>
public sealed class FunctionDivergenceTests
{
    [Fact]
    public void L02_quotient_of_decimals_has_six_places_more_and_no_more() => Assert.Equal(
        "0.333333", Value(new BinaryExpression(BinaryOperator.Divide, Decimal("1"), Decimal("3"), SqlType.Number(28, 6), false), SqlType.Number(28, 6)));

    [Fact]
    public void L11_date_moved_by_days_is_a_date() => Assert.Equal(
        "2024-03-01", Value(new FunctionCall("AddDays", [new Literal("2024-02-28", SqlType.Date), Literal.Integer(2)], SqlType.Date, false), SqlType.Date));

    [Fact]
    public void L12_average_of_whole_numbers_is_a_decimal_of_six_places() => Assert.Equal(
        "1.333333", Run("INSERT INTO S.T (V) VALUES (1), (1), (2)", SqlType.Int64, new AggregateCall("Average", [Make.Column("t", "V", SqlType.Int64, true)], SqlType.Number(28, 6), true), SqlType.Number(28, 6)));

    [Fact]
    public void L13_date_in_a_text_is_read_by_the_format_that_is_named()
    {
        static FunctionCall Date(string text) => new("TryToDate", [Literal.Text(text), Literal.Text("MM/DD/YYYY")], SqlType.Date, true);
        Assert.Equal("2024-03-04", Value(Date("03/04/2024"), SqlType.Date));
        Assert.Equal("TRY_TO_DATE('03/04/2024', 'MM/DD/YYYY')", SnowflakeDialect.Instance.Expression(Date("03/04/2024")));
        Assert.Equal("", Value(Date("2024-03-04"), SqlType.Date));
    }

    [Fact]
    public void L14_substring_counts_from_the_first_character_in_both() => Assert.Equal(
        "ab", Value(new FunctionCall("Substring", [Literal.Text("abc"), Literal.Integer(0), Literal.Integer(2)], SqlType.Text, false), SqlType.Text));

    [Fact]
    public void L15_part_zero_is_the_first() => Assert.Equal(
        "a", Value(new FunctionCall("SplitPart", [Literal.Text("a-b"), Literal.Text("-"), Literal.Integer(0)], SqlType.Text, false), SqlType.Text));

    [Fact]
    public void L17_times_have_microseconds_in_both_and_what_is_finer_is_cut_where_it_is_read()
    {
        var cast = new CastExpression(Make.Column("t", "V", SqlType.Text, true), SqlType.Timestamp);
        Assert.EndsWith("TIMESTAMP_NTZ(6)", SnowflakeDialect.Instance.Expression(cast).TrimEnd(')') + ")", StringComparison.Ordinal);
        Assert.Equal("2024-01-01 00:00:00.123456", Run(
            "INSERT INTO S.T (V) VALUES ('2024-01-01 00:00:00.123456999')", SqlType.Text, cast, SqlType.Timestamp));
    }

    [Fact]
    public void L18_regular_expression_matches_the_whole_text()
    {
        static FunctionCall Matches(string pattern) => new("IsMatch", [Literal.Text("abc"), Literal.Text(pattern)], SqlType.Boolean, false);
        Assert.Equal("false", Value(Matches("b"), SqlType.Boolean));
        Assert.Equal("true", Value(Matches(".*b.*"), SqlType.Boolean));
    }

    [Theory]
    [InlineData("9999-12-31 23:59:59.999999")]
    [InlineData("2024-03-31 02:30:00")]
    [InlineData("1900-01-01 00:00:01")]
    public void L27_time_without_a_zone_is_what_it_says_also_where_clocks_go_forward_and_at_the_end_of_time(string time) => Assert.Equal(
        time, Value(new Literal(time, SqlType.Timestamp), SqlType.Timestamp));

    private static Literal Decimal(string value) => new(value, SqlType.Number(10, 0));

    private static string Value(Expression value, SqlType type) => Run("INSERT INTO S.T (V) VALUES ('x')", SqlType.Text, value, type);

    private static string Run(string insert, SqlType column, Expression value, SqlType type)
    {
        var view = new ViewObject(Name("S.V"), "V", [Optional("V", type)], new SelectQuery([new("V", value)]) { From = new ObjectSource("t", Name("S.T")) });
        using var pipeline = LocalPipeline.Open(Compiled(Schema("S"), Table("S.T", Optional("V", column)), view), new());
        pipeline.Query(insert);
        return pipeline.Query("SELECT V FROM S.V").ToString();
    }
}
