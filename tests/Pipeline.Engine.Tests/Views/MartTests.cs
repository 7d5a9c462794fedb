using Pipeline.Engine.Tests.Faults;

namespace Pipeline.Engine.Tests.Views;

/// <summary>The sample's marts after two deliveries, each against the facts that it is made of.</summary>
public sealed class MartTests : IClassFixture<MartTests.Run>
{
    private readonly LocalPipeline pipeline;

    public MartTests(Run run) => pipeline = run.Pipeline;

    [Fact]
    public void Customers_have_all_their_sales_whatever_they_were_then() => Same(
        "SELECT SUM(LIFETIME_VALUE), COUNT(*) FROM ANALYTICS.MV_CUSTOMER_360",
        "SELECT SUM(TOTAL_AMOUNT), COUNT(DISTINCT CUSTOMER_ID) FROM CURATED.FACT_SALES JOIN CURATED.DIM_CUSTOMER USING (CUSTOMER_KEY) WHERE CUSTOMER_ID > 0 AND CUSTOMER_ID IN (SELECT CUSTOMER_ID FROM CURATED.DIM_CUSTOMER WHERE IS_CURRENT)");

    [Fact]
    public void Customer_has_the_first_and_the_last_purchase_and_what_lies_between() => Same(
        "SELECT CUSTOMER_ID, LIFETIME_VALUE, FIRST_PURCHASE, LAST_PURCHASE, ORDERS FROM ANALYTICS.MV_CUSTOMER_360 ORDER BY CUSTOMER_ID LIMIT 50",
        """
        SELECT CUSTOMER_ID, SUM(TOTAL_AMOUNT)::DECIMAL(18,2), MIN(SOLD_AT), MAX(SOLD_AT), COUNT(DISTINCT TRANSACTION_ID) FROM CURATED.FACT_SALES JOIN CURATED.DIM_CUSTOMER USING (CUSTOMER_KEY)
        WHERE CUSTOMER_ID IN (SELECT CUSTOMER_ID FROM CURATED.DIM_CUSTOMER WHERE IS_CURRENT AND CUSTOMER_ID > 0) GROUP BY 1 ORDER BY 1 LIMIT 50
        """);

    [Fact]
    public void Customer_is_there_once() => Same("SELECT COUNT(*) FROM ANALYTICS.MV_CUSTOMER_360", "SELECT COUNT(DISTINCT CUSTOMER_ID) FROM ANALYTICS.MV_CUSTOMER_360");

    [Fact]
    public void Months_add_up_to_all_sales() => Same(
        "SELECT SUM(REVENUE), SUM(ORDERS) FROM ANALYTICS.AGG_MONTHLY_REVENUE",
        "SELECT SUM(TOTAL_AMOUNT), COUNT(DISTINCT (STORE_KEY, DATE_TRUNC('month', SOLD_AT), TRANSACTION_ID)) FROM CURATED.FACT_SALES");

    [Fact]
    public void Cohorts_begin_with_their_own_customers() => Same(
        "SELECT SUM(CUSTOMERS) FROM ANALYTICS.AGG_CUSTOMER_COHORTS WHERE MONTHS_SINCE = 0", "SELECT COUNT(*) FROM ANALYTICS.MV_CUSTOMER_360");

    [Fact]
    public void Products_are_shown_with_all_their_sales() => Same(
        "SELECT SUM(TOTAL_SALES), SUM(ORDER_LINES), SUM(WEB_SALES) FROM ANALYTICS.VW_PRODUCT_PERFORMANCE",
        "SELECT SUM(TOTAL_AMOUNT), COUNT(*), SUM(TOTAL_AMOUNT) FILTER (WHERE CHANNEL = 'Web') FROM CURATED.FACT_SALES");

    [Fact]
    public void Materialized_view_is_fresh_without_a_run_and_a_dynamic_table_is_not()
    {
        using var run = new Run();
        const string Kept = "SELECT SUM(TOTAL_SALES) FROM ANALYTICS.MV_PRODUCT_PERFORMANCE", Refreshed = "SELECT SUM(REVENUE) FROM ANALYTICS.AGG_MONTHLY_REVENUE";
        var before = run.Pipeline.Query(Refreshed).ToString();
        run.Pipeline.Query("UPDATE CURATED.FACT_SALES SET TOTAL_AMOUNT = TOTAL_AMOUNT * 2");
        Assert.Equal(run.Pipeline.Query("SELECT SUM(TOTAL_AMOUNT) FROM CURATED.FACT_SALES").ToString(), run.Pipeline.Query(Kept).ToString());
        Assert.NotEqual(before, run.Pipeline.Query(Kept).ToString());
        Assert.Equal(before, run.Pipeline.Query(Refreshed).ToString());
    }

    private void Same(string mart, string facts)
    {
        var shown = pipeline.Query(mart).ToString();
        Assert.NotEqual("null", shown);
        Assert.Equal(pipeline.Query(facts).ToString(), shown);
    }

    public sealed class Run : IDisposable
    {
        public Run()
        {
            foreach (var (folder, at) in Retail.Deliveries)
            {
                Pipeline.Deliver(folder, at);
                Assert.True(Pipeline.Run(at).Succeeded);
            }
        }

        public LocalPipeline Pipeline { get; } = LocalPipeline.Open(Retail.Catalog, new());

        public void Dispose() => Pipeline.Dispose();
    }
}
