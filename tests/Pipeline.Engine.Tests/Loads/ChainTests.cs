using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Tests.Loads;

public sealed class ChainTests
{
    [Fact]
    public void Files_become_staged_rows_versions_facts_and_totals()
    {
        using var run = new ShopRun();
        var report = run.Deliver(
            customers: "7,GOLD,2024-02-01 00:00:00\n8,,2024-02-01 00:00:00\nx,GOLD,2024-02-01 00:00:00\n",
            orders: "1,7,10.50,2024-02-03 10:00:00\n2,8,5.25,2024-02-03 11:00:00\n3,7,-1,2024-02-03 11:00:00\n1,7,10.50,2024-02-03 10:00:00\n");
        Assert.True(report.Succeeded, string.Join('\n', report.Tasks.Select(t => t.Error)));

        Assert.Equal("7 | GOLD | 2024-02-01 |  | true\n8 | NONE | 2024-02-01 |  | true",
            run.Rows("CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0", "CUSTOMER_ID, SEGMENT, START_AT, END_AT, IS_CURRENT"));
        Assert.Equal("1 | 7 | 20240203 | 10.50\n2 | 8 | 20240203 | 5.25",
            run.Rows("CURATED.FACT_ORDERS JOIN CURATED.DIM_CUSTOMER USING (CUSTOMER_KEY)", "ORDER_ID, CUSTOMER_ID, DATE_KEY, AMOUNT"));
        Assert.Equal("GOLD | 1 | 10.5\nNONE | 1 | 5.25", run.Rows("ANALYTICS.TOTALS", "*"));
        Assert.Equal("customer isn't a number | customers_1.csv | 3", run.Rows("STAGING.REJECTED_STG_CUSTOMERS", "REASON, SOURCE_FILE, SOURCE_ROW"));
    }

    [Fact]
    public void Report_accounts_for_every_row()
    {
        using var run = new ShopRun();
        var report = run.Deliver(orders: "1,7,10.50,2024-02-03 10:00:00\n3,7,-1,2024-02-03 11:00:00\n1,7,10.50,2024-02-03 10:00:00\ny,7,1,2024-02-03 10:00:00\n");
        var load = report.Loads.Single(l => l.Target.Name == "STG_ORDERS");
        Assert.Equal((4, 2, 1, 1, 1), (load.RowsRead, load.RowsRejected, load.RowsDeduplicated, load.RowsLoaded, load.RowsInserted));
        Assert.Equal(0, load.RowsUpdated);
        Assert.All(report.Loads, l => Assert.True(l.IsBalanced, l.Target.ToString()));
        Assert.Equal("AmountIsPositive | STAGING.STG_ORDERS | WARN | 1 | 4", string.Join('\n', report.Quality.Select(q => $"{q.Check} | {q.Target} | {q.Status} | {q.ErrorCount} | {q.RowCount}")));
    }

    [Fact]
    public void Report_tells_inserted_rows_from_updated_ones()
    {
        using var run = new ShopRun();
        run.Deliver(orders: "1,7,10.50,2024-02-03 10:00:00\n2,7,1,2024-02-03 10:00:00\n");
        var report = run.Deliver(orders: "1,7,11.50,2024-02-03 10:00:00\n2,7,1,2024-02-03 10:00:00\n3,7,1,2024-02-03 10:00:00\n");
        foreach (var target in new[] { "STG_ORDERS", "FACT_ORDERS" })
        {
            var load = report.Loads.Single(l => l.Target.Name == target);
            Assert.Equal((1, 1), (load.RowsInserted, load.RowsUpdated));
        }
    }

    [Fact]
    public void Change_opens_a_version_and_a_late_one_splits_history_at_its_own_time()
    {
        using var run = new ShopRun();
        run.Deliver(customers: "7,GOLD,2024-03-01 00:00:00\n");
        run.Deliver(customers: "7,BLACK,2024-04-01 00:00:00\n");
        var late = run.Deliver(customers: "7,SILVER,2024-02-01 00:00:00\n");
        Assert.True(late.Succeeded, string.Join('\n', late.Tasks.Select(t => t.Error)));
        Assert.Equal("SILVER | 2024-02-01 | 2024-03-01 | false\nGOLD | 2024-03-01 | 2024-04-01 | false\nBLACK | 2024-04-01 |  | true",
            run.Rows("CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = 7", "SEGMENT, START_AT, END_AT, IS_CURRENT", "START_AT"));
    }

    [Fact]
    public void Fact_that_comes_before_its_member_infers_it_and_the_member_fills_it()
    {
        using var run = new ShopRun();
        var first = run.Deliver(orders: "1,7,10.50,2024-02-03 10:00:00\n");
        Assert.True(first.Succeeded, string.Join('\n', first.Tasks.Select(t => t.Error)));
        Assert.Equal(1, first.Loads.Single(l => l.Target.Name == "FACT_ORDERS").RowsInferred);
        Assert.Equal("7 | UNKNOWN | true", run.Rows("CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0", "CUSTOMER_ID, SEGMENT, IS_INFERRED"));

        run.Deliver(customers: "7,GOLD,2024-02-01 00:00:00\n");
        Assert.Equal("1 | GOLD", run.Rows("CURATED.FACT_ORDERS JOIN CURATED.DIM_CUSTOMER USING (CUSTOMER_KEY)", "ORDER_ID, SEGMENT"));
    }

    [Fact]
    public void Run_without_new_files_changes_no_table()
    {
        using var run = new ShopRun();
        run.Deliver("7,GOLD,2024-02-01 00:00:00\n", "1,7,10.50,2024-02-03 10:00:00\n");
        var before = Tables(run);
        var report = run.Run();
        Assert.Equal(before, Tables(run));
        Assert.All(report.Loads, l => Assert.Equal(0, l.RowsRead));
        Assert.All(report.Copies, c => Assert.Empty(c.Files));
    }

    private static string Tables(ShopRun run) => string.Join("\n\n", new[]
    {
        "LANDING.RAW_CUSTOMERS", "LANDING.RAW_ORDERS", "STAGING.STG_CUSTOMERS", "STAGING.STG_ORDERS",
        "CURATED.DIM_CUSTOMER", "CURATED.FACT_ORDERS", "ANALYTICS.TOTALS",
    }.Select(t => run.Rows(t, "*")));
}
