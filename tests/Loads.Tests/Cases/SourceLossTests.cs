using Loads.Tests.Facts;
using Loads.Tests.Histories;
using Pipeline.Catalog;

namespace Loads.Tests.Cases;

/// <summary>Sources that come empty, or without most of what they had, on rows.</summary>
public sealed class SourceLossTests
{
    private static readonly string[] Targets = ["DIM_CUSTOMER", "DIM_DIRECT", "DIM_NOW", "DIM_KEPT", "FACT_ROWS", "SNAPSHOT", "NOTES"];

    // Events of which the old ones are taken out of staging.
    private const string Purged = """
        [Schema] public sealed class Shop; [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/rows/"), Format<Csv>] public sealed class RowFiles;
        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw
        {
            public string? Id { get; init; }
            public string? Segment { get; init; }
            public string? At { get; init; }
            public string? IsPurged { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        [Table<Shop>] public sealed class Kept
        {
            [BusinessKey] public int Id { get; init; }
            [BusinessKey] public DateTime At { get; init; }
            public string Segment { get; init; }
            [Load(LoadMode.Replace)] static Query<Kept> From(Query<Raw> raw) => from r in raw.LatestBy(r => (r.Id, r.At), r => (r.FileName, r.FileRow))
                where r.IsPurged != "1"
                select new Kept { Id = Sql.TryToInt(r.Id).OrReject(), At = Sql.TryToTimestamp(r.At, "YYYY-MM-DD HH24:MI:SS").OrReject(), Segment = r.Segment.OrReject() };
        }
        [Stream] public sealed class KeptStream : Stream<Kept>;

        [Table<Shop>] public sealed class Events
        {
            [BusinessKey] public int Id { get; init; }
            [BusinessKey, Sequence] public DateTime At { get; init; }
            public string Segment { get; init; }
            [Load] static Query<Events> From(KeptStream kept) => from k in kept select new Events { Id = k.Id, At = k.At, Segment = k.Segment };
        }
        [Stream] public sealed class ForDimStream : Stream<Events>;
        [Stream] public sealed class ForLatestStream : Stream<Events>;

        [Dimension<Shop>(Scd.Type1)] public sealed class DimNow
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public int Id { get; init; }
            public string Segment { get; init; }
            [IsDeleted] public bool IsDeleted { get; init; }
            [Sequence] public DateTime At { get; init; }
            [Load] static Query<DimNow> From(ForDimStream events) => from e in events select new DimNow { Id = e.Id, Segment = e.Segment, At = e.At };
        }
        [Table<Shop>] public sealed class Latest
        {
            [BusinessKey] public int Id { get; init; }
            public string Segment { get; init; }
            [Sequence] public DateTime At { get; init; }
            [Load] static Query<Latest> From(ForLatestStream events) => from e in events select new Latest { Id = e.Id, Segment = e.Segment, At = e.At };
        }

        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<Kept>, Runs<Events>, Runs<DimNow>, Runs<Latest>] public sealed class Load;
        """;

    [Fact]
    public void Case31_A_source_that_comes_empty_stops_each_kind_of_target_that_says_so()
    {
        using var lab = new LoadLab(GuardedTests.Guarded);
        string[] rows = ["1,11,GOLD,a,0", "2,12,GOLD,b,0", "3,13,GOLD,c,0", "4,14,GOLD,d,0"];
        string Content() => string.Join('\n', Targets.Select(t => lab.Rows($"SELECT * FROM SHOP.{t} ORDER BY ALL")));
        lab.Deliver("rows/#.csv", rows.Prepend("ROW_ID,CUSTOMER,SEGMENT,NOTE,IS_DELETED"));
        var before = Content();

        var lost = lab.TryDeliver("rows/#.csv", rows.Select(r => r[..^1] + "1").Prepend("ROW_ID,CUSTOMER,SEGMENT,NOTE,IS_DELETED"));
        Assert.All(Targets, t => Assert.EndsWith("raise MaxDeletedPercent for this run. rows_to_delete = 4, rows_living = 4", lost.Loads.Single(l => l.Target.Name == t).Error, StringComparison.Ordinal));
        Assert.Equal(before, Content());
        Assert.Equal("7 | 7", lab.Rows("SELECT COUNT(*), COUNT(DISTINCT TARGET) FROM PIPELINE.LOAD_RUNS WHERE STATUS = 'FAILED' AND ERROR_MESSAGE LIKE '%rows_to_delete = 4, rows_living = 4'"));

        // Once the source is there again, but for a row, all goes on from where it was.
        lab.Deliver("rows/#.csv", rows.Take(3).Prepend("ROW_ID,CUSTOMER,SEGMENT,NOTE,IS_DELETED"));
        Assert.Equal("3 | 3 | 3 | 3 | 3 | 3 | 3", lab.Rows("""
            SELECT (SELECT COUNT(*) FROM SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 AND IS_CURRENT), (SELECT COUNT(*) FROM SHOP.DIM_DIRECT WHERE CUSTOMER_KEY > 0 AND IS_CURRENT),
                (SELECT COUNT(*) FROM SHOP.DIM_NOW WHERE CUSTOMER_KEY > 0), (SELECT COUNT(*) FROM SHOP.DIM_KEPT WHERE CUSTOMER_KEY > 0 AND NOT IS_DELETED),
                (SELECT COUNT(*) FROM SHOP.FACT_ROWS), (SELECT COUNT(*) FROM SHOP.SNAPSHOT), (SELECT COUNT(*) FROM SHOP.NOTES)
            """));
        Assert.Equal("4", lab.Count("SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0"));
    }

    [Fact]
    public void Case31_A_fact_whose_grain_is_looked_up_and_a_snapshot_that_is_carried_forward_count_what_was_told()
    {
        using var lab = new LoadLab(Limited("INVENTORY", "FACT_INVENTORY", 50));
        const string Header = "item_id,shop,day,on_hand,is_deleted";
        const string Positions = "SELECT DAY, SHOP, ON_HAND FROM INVENTORY.FACT_INVENTORY WHERE NOT IS_CARRIED ORDER BY ALL";
        lab.Deliver("counts/#.csv", Header, "I1,S1,2024-05-01,10,", "I1,S1,2024-05-20,20,", "I2,S1,2024-05-01,30,");
        var before = lab.Rows("SELECT * FROM INVENTORY.FACT_INVENTORY ORDER BY ALL");

        // Two of three positions, though of the days these are few.
        var error = lab.TryDeliver("counts/#.csv", Header, "I1,S1,2024-05-20,20,true", "I2,S1,2024-05-01,30,true").Loads.Single(l => l.Target.Name == "FACT_INVENTORY").Error;
        Assert.EndsWith("rows_to_delete = 2, rows_living = 3", error, StringComparison.Ordinal);
        Assert.Equal(before, lab.Rows("SELECT * FROM INVENTORY.FACT_INVENTORY ORDER BY ALL"));

        lab.Deliver("counts/#.csv", Header, "I1,S1,2024-05-20,25,");
        Assert.Equal("2024-05-01 | S1 | 10\n2024-05-20 | S1 | 25", lab.Rows(Positions));
    }

    [Fact]
    public void Case31_Rows_that_are_purged_from_a_staging_of_events_delete_no_member()
    {
        using var lab = new LoadLab(Purged);
        lab.Deliver("rows/#.csv", "ID,SEGMENT,AT,IS_PURGED", "7,GOLD,2024-03-01 00:00:00,", "7,SILVER,2024-03-05 00:00:00,", "8,GOLD,2024-03-01 00:00:00,");
        lab.Deliver("rows/#.csv", "ID,SEGMENT,AT,IS_PURGED", "7,GOLD,2024-03-01 00:00:00,1");
        lab.Deliver("rows/#.csv", "ID,SEGMENT,AT,IS_PURGED", "8,GOLD,2024-03-01 00:00:00,1");
        Assert.Equal("7 | SILVER", lab.Rows("SELECT ID, SEGMENT FROM SHOP.EVENTS"));
        Assert.Equal("7 | SILVER | false\n8 | GOLD | false", lab.Rows("SELECT ID, SEGMENT, IS_DELETED FROM SHOP.DIM_NOW WHERE CUSTOMER_KEY > 0 ORDER BY 1"));
        Assert.Equal("7 | SILVER\n8 | GOLD", lab.Rows("SELECT ID, SEGMENT FROM SHOP.LATEST ORDER BY 1"));
        Assert.Equal("3 | 3", lab.Ledger("SHOP.DIM_NOW", "ROWS_READ, ROWS_LOADED + ROWS_DEDUPLICATED"));
    }

    [Fact]
    public void Facts_that_corrections_take_out_of_the_query_count_as_deleted()
    {
        using var lab = new LoadLab(Limited("SALES", "FACT_BIG_SALES", 50));
        const string Header = "sale_id,customer_id,product_id,amount,sold_at,changed_at,is_deleted";
        static string Sale(int id, int amount) => $"S{id},,,{amount},2024-01-01 00:00:00,2024-01-0{(amount < 20 ? 2 : 1)} 00:00:00,";
        lab.Deliver("sales/#.csv", Header, Sale(1, 30), Sale(2, 30), Sale(3, 30));
        var error = lab.TryDeliver("sales/#.csv", Header, Sale(1, 10), Sale(2, 10)).Loads.Single(l => l.Target.Name == "FACT_BIG_SALES").Error;
        Assert.EndsWith("rows_to_delete = 2, rows_living = 3", error, StringComparison.Ordinal);
        Assert.Equal("3", lab.Count("SALES.FACT_BIG_SALES"));
    }

    private static CompiledCatalog Limited(string schema, string fact, int percent) => new(FactModel.Of(schema).Objects
        .Select(o => o is FactObject f && f.Name.Name == fact ? f with { MaxDeletedPercent = percent } : o).ToEquatableArray());
}
