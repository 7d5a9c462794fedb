namespace Loads.Tests.Cases;

/// <summary>A load whose rows don't add up is rolled back whole, and says so.</summary>
public sealed class LedgerTests
{
    private const string Model = """
        [Schema] public sealed class Shop; [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/sales/"), Format<Csv>] public sealed class SaleFiles;
        [Stage<Shop>("s3://shop/rates/"), Format<Csv>] public sealed class RateFiles;
        [Table<Shop>, CopyFrom<SaleFiles>] public sealed class RawSales { public string? Id { get; init; } public string? Currency { get; init; } }
        [Table<Shop>, CopyFrom<RateFiles>] public sealed class Rates { public string? Currency { get; init; } public int? Rate { get; init; } }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawSalesStream : Stream<RawSales>;

        [Table<Shop>] public sealed class Sales
        {
            public string Id { get; init; }
            public int Rate { get; init; }
            [Load(LoadMode.Append)] internal static Query<Sales> From(RawSalesStream sales, Query<Rates> rates) =>
                from s in sales
                join r in rates on s.Currency equals r.Currency
                select new Sales { Id = s.Id.OrReject(), Rate = r.Rate.OrReject() };
        }

        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Rates>] public sealed class LandRates;
        [Task, After<LandRates>, Runs<RawSales>, Runs<Sales>] public sealed class LandSales;
        """;

    [Fact]
    public void Join_that_finds_several_rows_for_one_rolls_the_load_back_and_the_stream_keeps_its_rows()
    {
        using var lab = new LoadLab(Model);
        lab.Deliver("rates/#.csv", "CURRENCY,RATE", "EUR,1", "EUR,2", "USD,3");
        var failed = lab.TryDeliver("sales/#.csv", "ID,CURRENCY", "a,EUR").Tasks.Single(t => t.Task.Name == "LAND_SALES");

        Assert.Contains("SHOP.SALES: a join of the load finds several rows for one; make its key unique.", failed.Error, StringComparison.Ordinal);
        Assert.Equal("0 | 1", $"{lab.Count("SHOP.SALES")} | {lab.Count("SHOP.RAW_SALES_STREAM")}");
        Assert.Equal("FAILED | 0", lab.Rows("SELECT STATUS, ROWS_READ FROM PIPELINE.LOAD_RUNS WHERE TARGET = 'SHOP.SALES' ORDER BY STARTED_AT DESC LIMIT 1"));
    }

    [Fact]
    public void Row_that_a_join_leaves_out_is_counted_as_filtered()
    {
        using var lab = new LoadLab(Model);
        lab.Deliver("rates/#.csv", "CURRENCY,RATE", "USD,3");
        lab.Deliver("sales/#.csv", "ID,CURRENCY", "a,EUR", "b,USD");
        Assert.Equal("2 | 1 | 1", lab.Ledger("SHOP.SALES", "ROWS_READ, ROWS_LOADED, ROWS_FILTERED"));
    }
}
