using Pipeline.Engine.Tests.Faults;

namespace Pipeline.Engine.Tests.Roles;

/// <summary>The sample's consumers see what they say that they read, with personal data masked, and nothing else.</summary>
public sealed class ExposedMartTests
{
    [Fact]
    public void Consumer_sees_what_it_reads_and_nothing_else()
    {
        using var pipeline = LocalPipeline.Open(Retail.Catalog, new LocalOptions());
        var (folder, at) = Retail.Deliveries[0];
        pipeline.Deliver(folder, at);
        pipeline.Run(at);

        using (var board = pipeline.As(new(null, "SALES_BOARD")))
        {
            Assert.NotEqual("0", board.Query("SELECT COUNT(*) FROM ANALYTICS.MV_DAILY_SALES_SUMMARY").ToString());
            foreach (var other in new[] { "ANALYTICS.MV_CUSTOMER_360", "ANALYTICS.VW_CUSTOMER_SENSITIVE", "CURATED.FACT_SALES", "LANDING.RAW_CUSTOMERS" })
            {
                Assert.Throws<EngineException>(() => board.Query($"SELECT * FROM {other}"));
            }
        }

        using (var churn = pipeline.As(new(null, "CHURN_MODEL")))
        {
            Assert.NotEqual("0", churn.Query("SELECT COUNT(*) FROM ANALYTICS.MV_CUSTOMER_360").ToString());
            Assert.Throws<EngineException>(() => churn.Query("SELECT * FROM ANALYTICS.MV_DAILY_SALES_SUMMARY"));
        }

        using var shop = pipeline.As(new(null, "SHOP_APP"));
        Assert.NotEqual("0", shop.Query("SELECT COUNT(*) FROM ANALYTICS.VW_PRODUCT_PERFORMANCE").ToString());
        Assert.Throws<EngineException>(() => shop.Query("SELECT * FROM ANALYTICS.MV_CUSTOMER_360"));
    }

    [Fact]
    public void Consumer_of_a_share_sees_its_view_and_nothing_else()
    {
        using var pipeline = LocalPipeline.Open(Retail.Catalog, new LocalOptions());
        var (folder, at) = Retail.Deliveries[0];
        pipeline.Deliver(folder, at);
        pipeline.Run(at);

        using var supplier = pipeline.As(new(null, "SUPPLIER_SHARE"));
        Assert.NotEqual("0", supplier.Query("SELECT COUNT(*) FROM ANALYTICS.VW_PRODUCT_PERFORMANCE").ToString());
        foreach (var other in new[] { "ANALYTICS.MV_PRODUCT_PERFORMANCE", "ANALYTICS.MV_DAILY_SALES_SUMMARY", "CURATED.DIM_PRODUCT" })
        {
            Assert.Throws<EngineException>(() => supplier.Query($"SELECT * FROM {other}"));
        }
    }
}
