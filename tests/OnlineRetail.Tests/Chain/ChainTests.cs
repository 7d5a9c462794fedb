using OnlineRetail.Tests.Oracle;
using Pipeline.Engine.Reports;

namespace OnlineRetail.Tests.Chain;

/// <summary>Every table after all runs, row by row, and each day's account, against the oracle.</summary>
public sealed class ChainTests(ChainFixture chain) : IClassFixture<ChainFixture>
{
    [SkippableFact]
    public void Every_run_succeeds() => Assert.All(chain.Run.Days, day => Assert.True(
        day.Report.Succeeded, $"{day.File.Name}: {string.Join("; ", day.Report.Tasks.Select(task => task.Error).OfType<string>())}"));

    [SkippableFact]
    public void Each_day_s_lines_are_accounted_for() => Assert.All(chain.Run.Days, day =>
    {
        var load = LoadOf(day.Report, "STG_SALES_LINES");
        var account = new DayAccount(day.File.Name, load.RowsRead, load.RowsLoaded, load.RowsRejected, load.RowsDeduplicated);

        Assert.Equal(day.File.Account, account);
        Assert.Equal(account.Read, account.Loaded + account.Rejected + account.Deduplicated);
        Assert.Equal(account.Read, day.Report.Copies.Sum(copy => copy.RowsLoaded));
        Assert.Equal(account.Loaded, LoadOf(day.Report, "FACT_SALES").RowsInserted);
        Assert.All(day.Report.Loads, each => Assert.True(each.IsBalanced, $"{day.File.Name}: {each.Target}"));
    });

    [SkippableFact]
    public void Staging_holds_the_accepted_lines() =>
        chain.Run.ShouldHold(ChainTables.Staging, chain.Expected.Lines.Select(ChainTables.Of));

    [SkippableFact]
    public void Rejected_lines_are_kept_with_their_place_and_reason() =>
        chain.Run.ShouldHold(ChainTables.Rejected, chain.Run.Days.SelectMany(day => day.File.Rejected).Select(ChainTables.Of));

    [SkippableFact]
    public void Products_have_the_history_of_their_description_and_price() =>
        chain.Run.ShouldHold(ChainTables.Products, chain.Expected.Products.Select(ChainTables.Of));

    [SkippableFact]
    public void Customers_have_the_history_of_their_country() =>
        chain.Run.ShouldHold(ChainTables.Customers, chain.Expected.Customers.Select(ChainTables.Of));

    [SkippableFact]
    public void The_calendar_has_each_day() => chain.Run.ShouldHold(ChainTables.Days, ExpectedTables.Days.Select(ChainTables.Of));

    [SkippableFact]
    public void Each_dimension_has_its_unknown_member()
    {
        chain.Run.ShouldHold("SELECT COUNT(*) FROM CURATED.DIM_PRODUCT WHERE PRODUCT_KEY = -1", ["1"]);
        chain.Run.ShouldHold("SELECT CUSTOMER_ID, COUNTRY FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY = -1", ["-1 | UNKNOWN"]);
        chain.Run.ShouldHold("SELECT FULL_DATE FROM CURATED.DIM_DATE WHERE DATE_KEY = -1", ["1900-01-01"]);
    }

    [SkippableFact]
    public void Each_accepted_line_is_a_fact_with_the_versions_of_its_own_time() =>
        chain.Run.ShouldHold(ChainTables.Facts, chain.Expected.Facts.Select(ChainTables.Of));

    [SkippableFact]
    public void Revenue_is_summed_per_day_and_country() =>
        chain.Run.ShouldHold(ChainTables.Revenue, chain.Expected.Revenue.Select(ChainTables.Of));

    private static LoadReport LoadOf(RunReport report, string table) => report.Loads.Single(load => load.Target.Name == table);
}
