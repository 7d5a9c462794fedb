using Pipeline.Catalog;
using static Pipeline.Sql.Tests.Spelled;

namespace Pipeline.Sql.Tests;

public sealed class ExpressionTests
{
    private static readonly Expression Sum = Op(BinaryOperator.Add, A, B);

    [Fact]
    public void Parentheses_stand_only_where_the_meaning_needs_them()
    {
        Assert.Equal("(t.A + t.B) * t.A", Op(BinaryOperator.Multiply, Sum, A).Snowflake());
        Assert.Equal("t.A + t.B * t.A", Op(BinaryOperator.Add, A, Op(BinaryOperator.Multiply, B, A)).Snowflake());
        Assert.Equal("t.A - (t.A + t.B)", Op(BinaryOperator.Subtract, A, Sum).Snowflake());
        Assert.Equal("t.A + t.B - t.A", Op(BinaryOperator.Subtract, Sum, A).Snowflake());
        Assert.Equal("-(t.A + t.B)", new NegateExpression(Sum).Snowflake());
        Assert.Equal("t.A = 1 AND (t.A = 2 OR t.B = 3)", Make.And(Make.Equal(A, Number(1)), Make.Or(Make.Equal(A, Number(2)), Make.Equal(B, Number(3)))).Snowflake());
        Assert.Equal("NOT (t.A = 1 OR t.B = 2)", Make.Not(Make.Or(Make.Equal(A, Number(1)), Make.Equal(B, Number(2)))).Snowflake());
        Assert.Equal("t.A + t.B IS NULL", Make.IsNull(Sum).Snowflake());
    }

    [Fact]
    public void A_long_chain_of_conditions_takes_a_line_each()
    {
        var terms = Enumerable.Range(1, 4).Select(i => Make.Distinct(new ColumnReference("target", "COLUMN_" + i, SqlType.Text, true), new ColumnReference("source", "COLUMN_" + i, SqlType.Text, true)));

        Make.Or(terms).Snowflake().ShouldBe("""
            target.COLUMN_1 IS DISTINCT FROM source.COLUMN_1
                OR target.COLUMN_2 IS DISTINCT FROM source.COLUMN_2
                OR target.COLUMN_3 IS DISTINCT FROM source.COLUMN_3
                OR target.COLUMN_4 IS DISTINCT FROM source.COLUMN_4
            """);
    }

    [Fact]
    public void Comparing_null_safe_is_said_in_words()
    {
        Assert.Equal("t.NICK IS DISTINCT FROM t.NAME", Make.Distinct(Nick, Name).Snowflake());
        Assert.Equal("t.NICK IS NOT DISTINCT FROM t.NAME", Make.Not(Make.Distinct(Nick, Name)).Snowflake());
        Assert.Equal("t.A <= t.B", Make.Not(Make.Compare(BinaryOperator.GreaterThan, A, B)).Snowflake());
    }

    [Fact]
    public void Joining_texts_takes_a_null_for_an_empty_one_as_CSharp_does()
    {
        Assert.Equal("t.NAME || COALESCE(t.NICK, '')", Op(BinaryOperator.Concat, Name, Nick, SqlType.Text).Snowflake());
        Assert.Equal("t.NAME || t.NICK", Op(BinaryOperator.Concat, Name, Nick, SqlType.Text, nullable: true).Snowflake());
    }

    [Fact]
    public void Dividing_whole_numbers_cuts_exactly_in_both()
    {
        var third = Op(BinaryOperator.IntegerDivide, A, Number(3));
        var ratio = Op(BinaryOperator.IntegerDivide, A, B, SqlType.Int64);

        Assert.Equal("TRUNC(t.A / 3)", third.Snowflake());
        Assert.Equal("t.A // 3", third.DuckDb());
        Assert.Equal("CAST((t.A - MOD(t.A, t.B)) / t.B AS NUMBER(19,0))", ratio.Snowflake());
        Assert.Equal("CASE WHEN t.B = 0 THEN ERROR('Division by zero') ELSE t.A // t.B END", ratio.DuckDb());
    }

    [Fact]
    public void Dividing_decimals_keeps_as_many_digits_in_both()
    {
        var half = Op(BinaryOperator.Divide, Price, B, SqlType.Decimal);

        Assert.Equal("t.PRICE / t.B", half.Snowflake());
        Assert.Equal(
            "CASE WHEN t.B = 0 THEN ERROR('Division by zero') ELSE CAST(ROUND(CAST(CAST(t.PRICE * 100 AS HUGEINT) * 10000000 // CAST(t.B AS HUGEINT) AS DECIMAL(38,0)) * 0.000000001, 8) AS DECIMAL(38,8)) END",
            half.DuckDb());
    }

    [Fact]
    public void Dividing_by_nothing_fails_on_the_laptop_too()
    {
        using var duck = new Duck();
        Literal one = new("1.00", SqlType.Number(12, 2)), zero = new("0", SqlType.Int32);

        Assert.ThrowsAny<Exception>(() => duck.Value(Op(BinaryOperator.Divide, one, zero).DuckDb()));
        Assert.ThrowsAny<Exception>(() => duck.Value(Op(BinaryOperator.IntegerDivide, Number(1), zero).DuckDb()));
        Assert.ThrowsAny<Exception>(() => duck.Value(Op(BinaryOperator.Modulo, Number(1), zero).DuckDb()));
        Assert.Equal("0.33333333", duck.Value(Op(BinaryOperator.Divide, one, Number(3)).DuckDb()));
        Assert.Equal("-3", duck.Value(Op(BinaryOperator.IntegerDivide, new Literal("-7", SqlType.Int32), Number(2)).DuckDb()));
    }

    [Fact]
    public void Literals_are_the_same_in_every_culture()
    {
        Assert.Equal("'it''s'", Text("it's").Snowflake());
        Assert.Equal("12.50", new Literal("12.50", SqlType.Number(4, 2)).Snowflake());
        Assert.Equal("TRUE", Make.True.Snowflake());
        Assert.Equal("NULL", Literal.Null(SqlType.Text).Snowflake());
        Assert.Equal("DATE '2024-01-31'", new Literal("2024-01-31", SqlType.Date).Snowflake());
        Assert.Equal("'2024-01-31 10:00:00'::TIMESTAMP_NTZ(6)", new Literal("2024-01-31 10:00:00.000000", SqlType.Timestamp).Snowflake());
        Assert.Equal("TIMESTAMP '2024-01-31 10:00:00.5'", new Literal("2024-01-31 10:00:00.500000", SqlType.Timestamp).DuckDb());
        Assert.Equal("t.A - -1", Op(BinaryOperator.Subtract, A, new Literal("-1", SqlType.Int32)).Snowflake());
    }

    [Fact]
    public void A_number_or_a_time_that_is_none_never_becomes_SQL()
    {
        Assert.Throws<UnspellableException>(() => new Literal("1; DROP", SqlType.Int32).Snowflake());
        Assert.Throws<UnspellableException>(() => new Literal("2024' OR 1=1", SqlType.Date).DuckDb());
    }

    [Fact]
    public void A_case_of_many_branches_takes_a_line_each()
    {
        var channel = Make.Case(
            [
                new(Make.Equal(Name, Text("W")), Text("Web")),
                new(Make.Equal(Name, Text("S")), Text("Store")),
                new(Make.Equal(Name, Text("P")), Text("Phone")),
            ], Text("Other"), SqlType.Text);

        channel.Snowflake().ShouldBe("""
            CASE
                WHEN t.NAME = 'W' THEN 'Web'
                WHEN t.NAME = 'S' THEN 'Store'
                WHEN t.NAME = 'P' THEN 'Phone'
                ELSE 'Other'
            END
            """);
        Assert.Equal("CASE WHEN t.A = 1 THEN 'x' ELSE 'y' END", Make.Case([new(Make.Equal(A, Number(1)), Text("x"))], Text("y"), SqlType.Text).Snowflake());
    }

    [Fact]
    public void One_of_a_list_of_values()
    {
        var list = new InExpression(A, [Number(1), Number(2)], Negated: false);

        Assert.Equal("t.A IN (1, 2)", list.Snowflake());
        Assert.Equal("t.A NOT IN (1, 2)", Make.Not(list).Snowflake());
        Assert.Equal("FALSE", new InExpression(A, [], Negated: false).Snowflake());
    }

    [Fact]
    public void A_cast_to_a_short_text_cuts_in_both()
    {
        var cast = new CastExpression(Name, SqlType.Varchar(3));

        Assert.Equal("CAST(t.NAME AS VARCHAR(3))", cast.Snowflake());
        Assert.Equal("LEFT(t.NAME, 3)", cast.DuckDb());
    }

    [Fact]
    public void A_time_as_text_does_not_depend_on_the_session()
    {
        Assert.Equal("TO_CHAR(t.SOLD_AT, 'YYYY-MM-DD HH24:MI:SS.FF6')", new CastExpression(At, SqlType.Text).Snowflake());
        Assert.Equal("STRFTIME(t.DAY, '%Y-%m-%d')", new CastExpression(Day, SqlType.Text).DuckDb());
    }

    [Fact]
    public void A_part_of_a_document_that_does_not_fit_is_null()
    {
        JsonStep price = new("price", 0), first = new(null, 0), odd = new("b k", 0);

        Assert.Equal("t.DOC:price::VARCHAR", new JsonPath(Doc, [price], SqlType.Text).Snowflake());
        Assert.Equal("TRY_TO_DECIMAL(t.DOC:price[0]['b k']::VARCHAR, 12, 2)", new JsonPath(Doc, [price, first, odd], SqlType.Number(12, 2)).Snowflake());
        Assert.Equal("STRIP_NULL_VALUE(t.DOC:price)", new JsonPath(Doc, [price], SqlType.Variant).Snowflake());
        Assert.Equal("JSON_EXTRACT_STRING(t.DOC, '$.\"price\"[0].\"b k\"')", new JsonPath(Doc, [price, first, odd], SqlType.Text).DuckDb());
    }

    [Fact]
    public void A_window_says_its_frame_and_where_nulls_go()
    {
        var running = new WindowCall("Sum", [Price], [A], [new(At)], SqlType.Number(38, 2), true) { Frame = WindowFrame.UpToCurrentRow };
        var last = new WindowCall("LastValue", [Name], [A], [new(At, Descending: true)], SqlType.Text, true);

        running.Snowflake().ShouldBe("""
            SUM(t.PRICE) OVER (
                PARTITION BY t.A
                ORDER BY t.SOLD_AT ASC NULLS FIRST
                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
            )
            """);
        Assert.Contains("DESC NULLS LAST\n    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING", last.Snowflake(), StringComparison.Ordinal);
    }

    [Fact]
    public void Aggregates_have_each_dialects_words()
    {
        Assert.Equal("COUNT_IF(t.A = 1)", Make.CountIf(Make.Equal(A, Number(1))).Snowflake());
        Assert.Equal("COUNT(*) FILTER (WHERE t.A = 1)", Make.CountIf(Make.Equal(A, Number(1))).DuckDb());
        Assert.Equal("MAX_BY(t.NAME, t.SOLD_AT)", new AggregateCall("LastBy", [Name, At], SqlType.Text, true).Snowflake());
        Assert.Equal("ARG_MAX_NULL(t.NAME, (t.SOLD_AT, t.A))", new AggregateCall("LastBy", [Name, At, A], SqlType.Text, true).DuckDb());
        Assert.Equal(
            "(ARRAY_AGG(OBJECT_CONSTRUCT_KEEP_NULL('VALUE', t.NAME)) WITHIN GROUP (ORDER BY t.SOLD_AT DESC NULLS LAST, t.A DESC NULLS LAST))[0]:VALUE::VARCHAR",
            new AggregateCall("LastBy", [Name, At, A], SqlType.Text, true).Snowflake());
        Assert.Equal("LISTAGG(t.NAME, ', ') WITHIN GROUP (ORDER BY t.NAME)", new AggregateCall("Join", [Name, Text(", ")], SqlType.Text, true).Snowflake());
        Assert.Equal("COALESCE(STRING_AGG(t.NAME, ', ' ORDER BY t.NAME), '')", new AggregateCall("Join", [Name, Text(", ")], SqlType.Text, true).DuckDb());
        Assert.Equal("CAST(SUM(t.A) AS BIGINT)", new AggregateCall("Sum", [A], SqlType.Number(38), true).DuckDb());
        Assert.Equal(
            "CAST(ROUND(CAST(CAST(CAST(SUM(t.PRICE) AS DECIMAL(38,2)) * 100 AS HUGEINT) * 10000000 // COUNT(t.PRICE) AS DECIMAL(38,0)) * 0.000000001, 8) AS DECIMAL(38,8))",
            new AggregateCall("Average", [Price], SqlType.Number(38, 8), true).DuckDb());
        Assert.Equal("SUM(CASE WHEN t.A = 1 THEN t.PRICE END)", new AggregateCall("Sum", [Price], SqlType.Number(38, 2), true) { Filter = Make.Equal(A, Number(1)) }.Snowflake());
    }

    [Fact]
    public void What_the_user_wrote_in_SQL_stays_as_written_and_is_refused_on_the_laptop()
    {
        var raw = new RawSql(["SOUNDEX(", ") = 'a\nb'"], [Name], SqlType.Boolean, false);

        Assert.Equal("t.A = 1 AND (SOUNDEX(t.NAME) = 'a\nb')", Make.And(Make.Equal(A, Number(1)), raw).Snowflake());
        Assert.Contains("doesn't run locally", Assert.Throws<UnspellableException>(() => raw.DuckDb()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_no_dialect_knows_is_named() =>
        Assert.Contains("'Frobnicate'", Assert.Throws<UnspellableException>(() => Call("Frobnicate", SqlType.Text, Name).Snowflake()).Message, StringComparison.Ordinal);
}
