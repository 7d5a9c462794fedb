using Pipeline.Catalog;

namespace Pipeline.Engine.Tests.Views;

/// <summary>Who sees what of the sample's marts.</summary>
public sealed class MartAccessTests : IClassFixture<MartTests.Run>
{
    private readonly LocalPipeline pipeline;

    public MartAccessTests(MartTests.Run run) => pipeline = run.Pipeline;

    [Fact]
    public void East_manager_sees_the_east_alone() => Assert.Equal("EAST", As("EAST_MANAGER", "SELECT DISTINCT REGION FROM ANALYTICS.VW_SALES_BY_REGION"));

    [Fact]
    public void REGION_POLICY_shows_nothing_to_whom_the_mapping_does_not_name()
    {
        using var run = new MartTests.Run();
        Assert.Equal("WEST", Regions(run.Pipeline, "WEST_MANAGER"));
        run.Pipeline.Query("INSERT INTO GOVERNANCE.REGION_ACCESS (ROLE_NAME, REGION) VALUES ('WEST_MANAGER', 'NORTH')");
        Assert.Equal("NORTH\nWEST", Regions(run.Pipeline, "WEST_MANAGER"));
        run.Pipeline.Query("DELETE FROM GOVERNANCE.REGION_ACCESS WHERE ROLE_NAME = 'WEST_MANAGER'");
        Assert.Equal("", Regions(run.Pipeline, "WEST_MANAGER"));
    }

    [Fact]
    public void Sales_administrator_sees_all_sales_and_the_analyst_none()
    {
        const string Sum = "SELECT SUM(TOTAL_AMOUNT) FROM ";
        Assert.Equal(pipeline.Query(Sum + "CURATED.FACT_SALES JOIN CURATED.DIM_STORE USING (STORE_KEY) WHERE STORE_KEY > 0").ToString(), As("SALES_ADMIN", Sum + "ANALYTICS.VW_SALES_BY_REGION WHERE REGION <> 'UNKNOWN'"));
        Assert.Equal("0", As("ANALYST", "SELECT COUNT(*) FROM ANALYTICS.VW_SALES_BY_REGION"));
    }

    [Fact]
    public void Analyst_sees_masked_addresses_and_who_may_the_clear_ones()
    {
        const string Clear = "SELECT COUNT(*) FROM ANALYTICS.VW_CUSTOMER_SENSITIVE WHERE EMAIL NOT LIKE '*****%'";
        Assert.Equal("0", As("ANALYST", Clear));
        Assert.NotEqual("0", As("PII_READER", Clear));
    }

    [Fact]
    public void Analyst_reads_each_mart_and_nothing_beneath_it()
    {
        foreach (var mart in new[] { "MV_DAILY_SALES_SUMMARY", "MV_CUSTOMER_360", "MV_PRODUCT_PERFORMANCE", "AGG_MONTHLY_REVENUE", "AGG_CUSTOMER_COHORTS" })
        {
            Assert.Equal(pipeline.Query($"SELECT COUNT(*) FROM ANALYTICS.{mart}").ToString(), As("ANALYST", $"SELECT COUNT(*) FROM ANALYTICS.{mart}"));
        }

        Assert.Throws<EngineException>(() => As("ANALYST", "SELECT * FROM CURATED.FACT_SALES"));
    }

    private static string Regions(LocalPipeline pipeline, string role)
    {
        using var session = pipeline.As(new QualifiedName(null, role));
        return session.Query("SELECT DISTINCT REGION FROM ANALYTICS.VW_SALES_BY_REGION ORDER BY 1").ToString();
    }

    private string As(string role, string sql)
    {
        using var session = pipeline.As(new QualifiedName(null, role));
        return session.Query(sql).ToString();
    }
}
