using Pipeline.Catalog;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Divergences;

/// <summary>Where DuckDB by itself computes another result than Snowflake: what a local run gives.</summary>
public sealed class DivergenceTests
{
    private static readonly Expression Seven = Literal.Integer(7);

    [Fact]
    public void L01_division_of_integers_keeps_its_fraction() => Assert.Equal(
        "3.5", Value(new BinaryExpression(BinaryOperator.Divide, Decimal("7"), Decimal("2"), SqlType.Number(28, 6), false)));

    [Fact]
    public void L03_division_by_zero_is_an_error_and_no_infinity() => Assert.ThrowsAny<EngineException>(() => Value(
        new BinaryExpression(BinaryOperator.Divide, Decimal("1"), Decimal("0"), SqlType.Number(28, 6), false)));

    [Fact]
    public void L04_text_longer_than_its_column_is_an_error() =>
        Assert.Contains("CHECK constraint failed", Assert.Throws<EngineException>(() => Load(new("V", "V", SqlType.Varchar(3), true), Literal.Text("abcdef"))).Message, StringComparison.Ordinal);

    [Fact]
    public void L05_primary_key_is_not_enforced()
    {
        using var pipeline = Open(Table("S.T", Required("ID", SqlType.Int64, ColumnRoles.BusinessKey)));
        pipeline.Query("INSERT INTO S.T (ID) VALUES (1), (1)");
        Assert.Equal("2", pipeline.Query("SELECT COUNT(*) FROM S.T").ToString());
    }

    [Fact]
    public void L08_concatenation_with_null_is_null() => Assert.Equal(
        "", Value(new BinaryExpression(BinaryOperator.Concat, Literal.Text("a"), Literal.Null(SqlType.Text), SqlType.Text, true)));

    [Fact]
    public void L09_greatest_with_null_is_null() =>
        Assert.Equal("", Value(new FunctionCall("Greatest", [Literal.Integer(1), Literal.Null(SqlType.Int64), Literal.Integer(3)], SqlType.Int64, true)));

    [Fact]
    public void L06_failed_transaction_of_a_load_leaves_nothing_and_no_statement_of_it_is_DDL()
    {
        var loads = LoadLowering.All(CatalogCompletion.Complete(Shop.Catalog)).ToList();
        Assert.NotEmpty(loads);
        Assert.All(loads, load => Assert.DoesNotContain(load.Transaction, s => s is CreateBatchStatement));
    }

    [Fact]
    public void L10_place_of_nulls_is_said_in_both_dialects_so_that_neither_default_counts()
    {
        Expression window = Make.RowNumber([], [new(Make.Column("t", "V", SqlType.Int64, true), Descending: true)]);
        Assert.Contains("NULLS LAST", Pipeline.Sql.DuckDb.DuckDbDialect.Instance.Expression(window), StringComparison.Ordinal);
        Assert.Contains("NULLS LAST", Pipeline.Sql.Snowflake.SnowflakeDialect.Instance.Expression(window), StringComparison.Ordinal);
    }

    [Fact]
    public void L16_names_that_differ_by_case_alone_are_refused() => Assert.Throws<EngineException>(
        () => Open(Table("S.T", Text("a"), Text("A"))));

    [Fact]
    public void L29_same_run_twice_gives_the_same_rows()
    {
        string Rows()
        {
            using var run = new ShopRun();
            run.Deliver("7,GOLD,2024-02-01 00:00:00\n", "1,7,10.50,2024-02-03 10:00:00\n");
            return run.Rows("CURATED.FACT_ORDERS", "*");
        }

        Assert.Equal(Rows(), Rows());
    }

    private static Expression Decimal(string value) => new Literal(value, SqlType.Number(10, 0));

    private static string Value(Expression value)
    {
        using var pipeline = Open(Table("S.T", Text("V")), View(new SelectQuery([new("V", value)]) { From = new ObjectSource("t", Name("S.T")) }));
        pipeline.Query("INSERT INTO S.T (V) VALUES ('x')");
        return pipeline.Query("SELECT V FROM S.V").ToString();
    }

    private static void Load(Column column, Expression value)
    {
        using var pipeline = Open(Table("S.T", column));
        pipeline.Query($"INSERT INTO S.T SELECT {Pipeline.Sql.DuckDb.DuckDbDialect.Instance.Expression(value)}");
    }

    private static ViewObject View(Query query) => new(Name("S.V"), "V", [Text("V")], query);

    private static LocalPipeline Open(params CatalogObject[] objects) => LocalPipeline.Open(Compiled([Schema("S"), .. objects]), new());
}
