using Loads.Tests.Histories;
using Pipeline.Catalog;
using Pipeline.Sql;

namespace Loads.Tests.Cases;

/// <summary>A load whose rows don't add up is rolled back whole, and says so.</summary>
public sealed class LedgerTests
{
    private const string Header = "id,segment,city,email,name,channel,phone,fax,has_fax,is_deleted,minute";

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

    [Fact]
    public void Load_that_loses_a_row_is_rolled_back_and_names_the_numbers()
    {
        var isSound = true;
        LoweredLoad Losing(LoweredLoad load) => isSound || load.Target.Name != "STG_CUSTOMERS" ? load : load with { Transaction = load.Transaction.Select(LosesOne).ToEquatableArray() };
        using var lab = new LoadLab(ModelText.Compile(CustomerModel.Classes), survives: false, Losing, trial: null);
        lab.Deliver("rows/rows_#.csv", Header, CustomerLab.Event("7", "GOLD", null, "03-01"));
        var before = Content(lab);

        isSound = false;
        var failed = lab.TryDeliver("rows/rows_#.csv", Header, CustomerLab.Event("7", "SILVER", null, "03-02"), CustomerLab.Event("8", "GOLD", null, "03-02"), ",GOLD,,,,,,,,0,2024-03-03 00:00:00")
            .Tasks.First(t => t.Error is not null);
        Assert.EndsWith(
            "STAGING.STG_CUSTOMERS: rows read differ from rows loaded, rejected and deduplicated. rows_read = 3, rows_loaded = 1, rows_rejected = 1, rows_deduplicated = 0", failed.Error, StringComparison.Ordinal);
        Assert.Equal(before, Content(lab));
        Assert.Equal("3", lab.Count("LANDING.CUSTOMER_EVENTS_STREAM"));
        Assert.Equal("FAILED | 0 | true", lab.Rows("SELECT STATUS, ROWS_READ, ERROR_MESSAGE LIKE '%rows_read = 3%' FROM PIPELINE.LOAD_RUNS WHERE TARGET = 'STAGING.STG_CUSTOMERS' ORDER BY STARTED_AT DESC LIMIT 1"));

        isSound = true;
        lab.Run();
        Assert.Equal("3", lab.Count("STAGING.STG_CUSTOMERS"));
        Assert.Equal("1", lab.Count("STAGING.REJECTED_STG_CUSTOMERS"));
    }

    [Fact]
    public void Procedure_counts_before_it_writes_and_tells_the_numbers_where_they_differ()
    {
        var catalog = ModelText.Compile(CustomerModel.Classes);
        var text = ArtifactFiles.Render(catalog, catalog).Single(f => f.Path.EndsWith("SP_LOAD_STG_CUSTOMERS.sql", StringComparison.Ordinal)).Text;
        const string Check = """
                IF (rows_read <> rows_rejected + rows_deduplicated + rows_loaded) THEN
                    error_detail := ' rows_read = ' || rows_read || ', rows_loaded = ' || rows_loaded || ', rows_rejected = ' || rows_rejected || ', rows_deduplicated = ' || rows_deduplicated;
                    RAISE unexpected_rows_read;
                END IF;
            """;
        var places = new[] { "BEGIN TRANSACTION;", Check, "MERGE INTO STAGING.STG_CUSTOMERS", "COMMIT;", "error_message := SQLERRM || error_detail;", "ROLLBACK;", ":error_message", "RAISE;" }
            .Aggregate((At: 0, InOrder: true), (found, part) => text.IndexOf(part, found.At, StringComparison.Ordinal) is var at and >= 0 ? (at + part.Length, found.InOrder) : (found.At, false));
        Assert.True(places.InOrder, text);
    }

    // The batch lacks the row with the greatest key.
    private static Statement LosesOne(Statement statement) => statement is InsertStatement { Target.Object.Name: "STG_CUSTOMERS_BATCH", Query: SelectQuery query } fill
        ? fill with { Query = query with { Where = Make.And(new[] { query.Where, Make.Compare(BinaryOperator.NotEqual, Make.Coalesce(Make.Column(query.From!.Alias, "CUSTOMER_ID", SqlType.Int32, nullable: true), Literal.Integer(0)), Literal.Integer(8)) }.OfType<Expression>()) } }
        : statement;

    private static string Content(LoadLab lab) => string.Join('\n', new[] { "STAGING.STG_CUSTOMERS", "STAGING.REJECTED_STG_CUSTOMERS", "CURATED.DIM_CUSTOMER", "CURATED.DIM_MARKED", "CURATED.DIM_NOW" }
        .Select(t => lab.Rows($"SELECT * FROM {t} ORDER BY ALL")));
}
