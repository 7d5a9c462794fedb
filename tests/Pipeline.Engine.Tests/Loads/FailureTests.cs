using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Loads;

public sealed class FailureTests
{
    private const string Customers = "7,GOLD,2024-02-01 00:00:00\n8,SILVER,2024-02-01 00:00:00\n";
    private const string Orders = "1,7,10.50,2024-02-03 10:00:00\n2,8,5.25,2024-02-04 10:00:00\nx,8,5.25,2024-02-04 10:00:00\n";

    [Theory]
    [InlineData("STAGING.STG_ORDERS", "STAGING.STG_ORDERS")]
    [InlineData("CURATED.DIM_CUSTOMER", "CURATED.DIM_CUSTOMER")]
    [InlineData("CURATED.FACT_ORDERS", "CURATED.FACT_ORDERS")]
    [InlineData("STAGING.REJECTED_STG_ORDERS", "STAGING.STG_ORDERS")]
    [InlineData("PIPELINE.LOAD_RUNS", null)]
    public void Failed_load_changes_nothing_and_its_retry_gives_what_an_unbroken_run_gives(string lost, string? failing)
    {
        using var unbroken = new ShopRun();
        unbroken.Deliver(Customers, Orders);

        using var broken = new ShopRun();
        broken.Put(Customers, Orders);
        var name = QualifiedName.Parse(lost);
        broken.Pipeline.Query($"ALTER TABLE {lost} RENAME TO HIDDEN");
        if (failing is null)
        {
            // Where even the failure can't be recorded, the run says both: what failed first, and that nobody wrote it down.
            var problem = Assert.Throws<EngineException>(() => broken.Run()).Message;
            Assert.Matches(@"^LANDING\.RAW_CUSTOMERS: the copy failed: .*LOAD_RUNS.*\. Nor could the failure be recorded: .*LOAD_RUNS", problem);
        }
        else
        {
            var report = broken.Run();
            Assert.False(report.Succeeded);
            Assert.Equal(failing, report.Loads.Single(l => l.Status == RunStatus.Failed).Target.ToString());
            Assert.Equal($"{failing} | FAILED", broken.Rows("PIPELINE.LOAD_RUNS WHERE STATUS = 'FAILED'", "TARGET, STATUS"));
        }

        broken.Pipeline.Query($"ALTER TABLE {name.Schema}.HIDDEN RENAME TO {name.Name}");
        Assert.True(broken.Run().Succeeded);
        Assert.Equal(AllRows(unbroken), AllRows(broken));
    }

    [Fact]
    public void Failure_of_a_load_that_can_not_be_recorded_is_told_with_what_failed_first_and_its_retry_is_safe()
    {
        using var broken = new ShopRun();
        broken.Put(Customers, Orders);
        var task = broken.Pipeline.Catalog.All<TaskObject>().First(t => t.Runs.Contains(Shop.StgOrders.Name));
        Assert.True(broken.Pipeline.RunTask(broken.Pipeline.Catalog.All<TaskObject>().First(t => t.Runs.Contains(Name("LANDING.RAW_ORDERS"))).Name, broken.Now, null).Status == RunStatus.Succeeded);
        var problem = Assert.Throws<EngineException>(() => broken.Pipeline.RunTask(task.Name, broken.Now, new BothFail())).Message;
        Assert.Equal("The work was made to fail. Nor could the failure be recorded: The record was made to fail.", problem);
        Assert.Equal("", broken.Rows("STAGING.STG_ORDERS", "*"));
        Assert.Equal("", broken.Rows("PIPELINE.LOAD_RUNS WHERE TARGET = 'STAGING.STG_ORDERS'", "*"));

        using var unbroken = new ShopRun();
        unbroken.Deliver(Customers, Orders);
        Assert.True(broken.Run().Succeeded);
        Assert.Equal(AllRows(unbroken), AllRows(broken));
    }

    // The load's rows are written and then lost, and after the rollback the ledger isn't there.
    private sealed class BothFail : IStatementInterceptor
    {
        private bool hasFailed;

        public void Before(string sql)
        {
            if (hasFailed && sql.Contains("LOAD_RUNS", StringComparison.Ordinal)) throw new EngineException("The record was made to fail.");
        }

        public void After(string sql)
        {
            if (hasFailed || !System.Text.RegularExpressions.Regex.IsMatch(sql, @"^(INSERT|MERGE) INTO STAGING\.STG_ORDERS\b")) return;
            hasFailed = true;
            throw new EngineException("The work was made to fail.");
        }
    }

    [Fact]
    public void Broken_expectation_that_stops_fails_the_load_with_its_words_and_keeps_its_metric()
    {
        using var run = new ShopRun(Stopping());
        var report = run.Deliver(orders: "1,7,10.50,2024-02-03 10:00:00\n3,7,-1,2024-02-03 11:00:00\n");
        Assert.Contains("AmountIsPositive", report.Loads.Single(l => l.Target.Name == "STG_ORDERS").Error, StringComparison.Ordinal);
        Assert.Equal("", run.Rows("STAGING.STG_ORDERS", "*"));
        Assert.Equal("AmountIsPositive | FAIL | 1", run.Rows("PIPELINE.QUALITY_METRICS", "CHECK_NAME, STATUS, ERROR_COUNT"));
        Assert.True(run.Pipeline.Query("SELECT 1 FROM LANDING.RAW_ORDERS_STREAM").Rows.Count == 2);
    }

    private static CompiledCatalog Stopping() => new(Shop.Catalog.Objects
        .Select(o => o == Shop.StgOrders
            ? Shop.StgOrders with { Expectations = Shop.StgOrders.Expectations.Select(e => e with { OnViolation = OnViolation.Stop }).ToEquatableArray() }
            : o)
        .ToEquatableArray());

    private static string AllRows(ShopRun run) => string.Join("\n\n", new[]
    {
        "STAGING.STG_CUSTOMERS", "STAGING.STG_ORDERS", "STAGING.REJECTED_STG_ORDERS", "CURATED.DIM_CUSTOMER", "CURATED.FACT_ORDERS", "ANALYTICS.TOTALS",
    }.Select(t => run.Pipeline.Rows(QualifiedName.Parse(t)).ToString()));
}
