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
    public void Materialized_view_is_made_anew_with_its_grants_only_where_it_differs() =>
        Catalogs.Of(new ViewObject(new("ANALYTICS", "MV_SALES"), "Retail.Sales", Columns, Totals) { Materialized = true, ClusterBy = ["REGION"], Comment = "Totals." })
            .Sql("ANALYTICS.MV_SALES").ShouldBe("""
            -- Made anew only where it isn't what the model says: replaced, all of it is computed again.
            EXECUTE IMMEDIATE
            $$
            DECLARE
                unchanged NUMBER(19,0) DEFAULT 0;
            BEGIN
                SHOW MATERIALIZED VIEWS IN SCHEMA ANALYTICS;

                SELECT COUNT(*)
                INTO :unchanged
                FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
                WHERE "name" = 'MV_SALES'
                    AND "invalid" = 'false'
                    AND ENDSWITH("comment", '[definition 914d4f63d63f]');

                IF (unchanged > 0) THEN
                    ALTER MATERIALIZED VIEW ANALYTICS.MV_SALES SET COMMENT = 'Totals. [definition 914d4f63d63f]';
                ELSE
                    CREATE OR REPLACE MATERIALIZED VIEW ANALYTICS.MV_SALES COPY GRANTS (
                        REGION COMMENT 'Where.',
                        TOTAL
                    )
                        COMMENT = 'Totals. [definition 914d4f63d63f]'
                        CLUSTER BY (REGION)
                    AS
                    SELECT
                        sales.REGION,
                        SUM(sales.AMOUNT) AS TOTAL
                    FROM CURATED.FACT_SALES AS sales
                    GROUP BY sales.REGION;
                END IF;
            END;
            $$;
            """);

    [Fact]
    public void Only_what_a_view_is_and_not_its_comment_makes_it_anew()
    {
        var view = new ViewObject(new("ANALYTICS", "MV_SALES"), "Retail.Sales", Columns, Totals) { Materialized = true, Comment = "Totals." };
        Assert.Equal(FingerprintOf(view), FingerprintOf(view with { Comment = "All totals." }));
        ViewObject[] others = [view with { Secure = true }, view with { ClusterBy = ["REGION"] }, view with { Query = Totals with { GroupBy = [] } }, view with { Columns = [Columns[1]] }];
        Assert.Equal(others.Length + 1, others.Append(view).Select(FingerprintOf).Distinct().Count());
    }

    [Fact]
    public void View_under_a_dynamic_table_is_not_replaced_for_nothing()
    {
        var view = new ViewObject(new("ANALYTICS", "SALES"), "Retail.Sales", Columns, Totals);
        var over = new ViewObject(new("ANALYTICS", "OVER"), "Retail.Over", Columns, Reading("SALES"));
        var table = new DynamicTableObject(new("ANALYTICS", "TOP"), "Retail.Top", Columns, Reading("OVER"), new(null, "WH"));
        Assert.StartsWith("CREATE OR REPLACE VIEW", Catalogs.Of(view, over).Sql("ANALYTICS.SALES"));
        Assert.Contains("    IF (unchanged > 0) THEN\n        ALTER VIEW ANALYTICS.SALES SET COMMENT = '[definition ", Catalogs.Of(view, over, table).Sql("ANALYTICS.SALES"));

        // Policies on it are set again by every deployment.
        Assert.StartsWith("CREATE OR REPLACE VIEW", Catalogs.Of(view with { RowAccess = new(new("GOVERNANCE", "P"), ["REGION"]) }, over, table).Sql("ANALYTICS.SALES"));
    }

    private static SelectQuery Reading(string name) => new([new("REGION", new ColumnReference("s", "REGION", SqlType.Text, true)), new("TOTAL", new ColumnReference("s", "TOTAL", SqlType.Number(38, 2), true))])
    {
        From = new ObjectSource("s", new("ANALYTICS", name)),
    };

    private static string FingerprintOf(ViewObject view) => System.Text.RegularExpressions.Regex.Match(Catalogs.Of(view).Sql("ANALYTICS.MV_SALES"), @"\[definition ([0-9a-f]+)\]").Value;

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
