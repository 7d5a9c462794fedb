using OnlineRetail.Tests.Oracle;

namespace OnlineRetail.Tests.Chain;

/// <summary>What may happen to deliveries: dirt, the same file again, no file, files out of their order.</summary>
public sealed class DeliveryTests
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    private const string Dirt = Header + """
        1,A,cup,many,2010-12-01 08:26:00,1,,UK
        1,A,cup,1,2010-12-01 08:26:00,cheap,,UK
        1,A,cup,1,2010-12-32 08:26:00,1,,UK
        1,A,cup,1,2010-12-01 08:26:00,1,nobody,UK
        ,A,cup,1,2010-12-01 08:26:00,1,,UK
        1, ,cup,1,2010-12-01 08:26:00,1,,UK
        1,A,cup,1,2010-12-01 08:26:00,1,,
        1,A,cup,0,2010-12-01 08:26:00,1,,UK
        1,A,cup,-1,2010-12-01 08:26:00,0,,UK
        C1, a1 ,"a ""cup"", blue ",-1.25,2010-12-01 08:26:00,0.00005,17850.0,UK
        1,A,cup,1,2010-12-01 08:26:00,0.00004,,UK
        1,A,,1,2010-12-01 08:26:00,1e1,,UK
        A1,B,Adjust bad debt,1,2010-12-01 08:26:00,-11062.06,,UK

        """;

    [Fact]
    public void Dirty_lines_are_set_aside_for_their_first_reason()
    {
        using var run = new ChainRun(ModelCatalog.Read());
        run.Deliver("sales_20101201.csv", Dirt);
        var day = run.Days[0];

        Assert.True(day.Report.Succeeded);
        run.ShouldHold(ChainTables.Rejected, day.File.Rejected.Select(ChainTables.Of));
        run.ShouldHold(ChainTables.Staging, day.File.Accepted.Select(ChainTables.Of));
    }

    [Fact]
    public void A_run_without_a_new_file_and_a_file_that_comes_again_change_nothing()
    {
        using var run = new ChainRun(ModelCatalog.Read());
        run.Deliver("sales_20101201.csv", Dirt);
        var before = Everything(run);

        Assert.True(run.RunIdle().Succeeded);
        run.Deliver("sales_20101201.csv", Dirt);

        Assert.Equal(before, Everything(run));
        Assert.All(run.Days[1].Report.Loads, load => Assert.Equal(0, load.RowsRead));
    }

    [SkippableFact]
    public void Files_out_of_their_order_give_the_same_history()
    {
        // Every third file first, then the others: most days come late.
        var files = RealData.Files().Take(12).Select((path, at) => (path, at)).OrderBy(file => file.at % 3).ThenBy(file => -file.at).ToList();
        using var run = new ChainRun(ModelCatalog.Read());
        foreach (var (path, _) in files)
        {
            run.Deliver(Path.GetFileName(path), File.ReadAllText(path));
        }

        var expected = new ExpectedTables(run.Days.Select(day => day.File));
        run.ShouldHold(ChainTables.Products, expected.Products.Select(ChainTables.Of));
        run.ShouldHold(ChainTables.Customers, expected.Customers.Select(ChainTables.Of));
    }

    private static IEnumerable<string> Everything(ChainRun run) =>
        new[] { ChainTables.Staging, ChainTables.Rejected, ChainTables.Products, ChainTables.Customers, ChainTables.Facts, ChainTables.Revenue }
            .SelectMany(run.Rows);
}
