using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class ViewSqlTests
{
    private static readonly SelectQuery Totals = new(
    [
        new("REGION", new ColumnReference("sales", "REGION", SqlType.Text, true)),
        new("TOTAL", new AggregateCall("Sum", [new ColumnReference("sales", "AMOUNT", SqlType.Number(12, 2), false)], SqlType.Number(38, 2), true)),
    ])
    {
        From = new ObjectSource("sales", new("CURATED", "FACT_SALES")),
        GroupBy = [new ColumnReference("sales", "REGION", SqlType.Text, true)],
    };

    private static readonly EquatableArray<Column> Columns = [Catalogs.Text("REGION") with { Comment = "Where." }, Catalogs.Of("TOTAL", SqlType.Number(38, 2))];

    [Fact]
    public void View_is_replaced_with_its_grants() =>
        Catalogs.Of(new ViewObject(new("ANALYTICS", "SALES_BY_REGION"), "Retail.SalesByRegion", Columns, Totals) { Secure = true, Comment = "Totals." })
            .Sql("ANALYTICS.SALES_BY_REGION").ShouldBe("""
            CREATE OR REPLACE SECURE VIEW ANALYTICS.SALES_BY_REGION (
                REGION COMMENT 'Where.',
                TOTAL
            )
                COPY GRANTS
                COMMENT = 'Totals.'
            AS
            SELECT
                sales.REGION,
                SUM(sales.AMOUNT) AS TOTAL
            FROM CURATED.FACT_SALES AS sales
            GROUP BY sales.REGION;
            """);

    [Fact]
    public void Materialized_view_keeps_its_grants_and_says_how_it_is_clustered() =>
        Catalogs.Of(new ViewObject(new("ANALYTICS", "MV_SALES"), "Retail.Sales", Columns, Totals) { Materialized = true, ClusterBy = ["REGION"], Comment = "Totals." })
            .Sql("ANALYTICS.MV_SALES").ShouldBe("""
            -- It holds nothing of its own: each deployment makes it anew from its table, with its grants.
            CREATE OR REPLACE MATERIALIZED VIEW ANALYTICS.MV_SALES COPY GRANTS (
                REGION COMMENT 'Where.',
                TOTAL
            )
                COMMENT = 'Totals.'
                CLUSTER BY (REGION)
            AS
            SELECT
                sales.REGION,
                SUM(sales.AMOUNT) AS TOTAL
            FROM CURATED.FACT_SALES AS sales
            GROUP BY sales.REGION;
            """);

    [Fact]
    public void Dynamic_table_that_a_task_refreshes_has_no_lag() =>
        Catalogs.Of(new DynamicTableObject(new("ANALYTICS", "TOTALS"), "Retail.Totals", Columns, Totals, new(null, "TRANSFORM_WH")) { Refresh = RefreshMode.Incremental })
            .Sql("ANALYTICS.TOTALS").ShouldBe("""
            CREATE OR ALTER DYNAMIC TABLE ANALYTICS.TOTALS (
                REGION COMMENT 'Where.',
                TOTAL
            )
                SCHEDULER = DISABLE
                WAREHOUSE = TRANSFORM_WH
                REFRESH_MODE = INCREMENTAL
                INITIALIZE = ON_SCHEDULE
            AS
            SELECT
                sales.REGION,
                SUM(sales.AMOUNT) AS TOTAL
            FROM CURATED.FACT_SALES AS sales
            GROUP BY sales.REGION;
            """);

    [Theory]
    [InlineData(5, false, "TARGET_LAG = '5 minutes'")]
    [InlineData(0, true, "TARGET_LAG = DOWNSTREAM")]
    public void Dynamic_table_on_its_own_says_how_late_it_may_be(int minutes, bool downstream, string expected) => Assert.Contains(
        expected,
        Catalogs.Of(new DynamicTableObject(new("ANALYTICS", "TOTALS"), "Retail.Totals", Columns, Totals, new(null, "WH")) { LagMinutes = minutes, Downstream = downstream })
            .Sql("ANALYTICS.TOTALS"),
        StringComparison.Ordinal);
}
