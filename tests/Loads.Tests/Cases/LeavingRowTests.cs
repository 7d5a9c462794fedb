namespace Loads.Tests.Cases;

/// <summary>A row that an update takes out of the load's query is gone from the target, as if it had been deleted.</summary>
public sealed class LeavingRowTests
{
    private const string Classes = """
        [Schema(RetentionDays = 7)] public sealed class Shop; [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/rows/"), Format<Csv>] public sealed class RowFiles;
        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw
        {
            public string? Id { get; init; }
            public string? Status { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;
        [Table<Shop>] public sealed class State
        {
            [BusinessKey] public string Id { get; init; }
            public string Status { get; init; }
            [Load] static Query<State> From(RawStream raw) => from r in raw select new State { Id = r.Id.OrReject(), Status = r.Status.OrReject() };
        }
        [Stream] public sealed class ForTable : Stream<State>;
        [Stream] public sealed class ForMarked : Stream<State>;
        [Stream] public sealed class ForKept : Stream<State>;
        [Stream] public sealed class ForHistory : Stream<State>;

        [Table<Shop>] public sealed class Active
        {
            [BusinessKey] public string Id { get; init; }
            public string Status { get; init; }
            [Load] static Query<Active> From(ForTable state) => from s in state where s.Status != "CLOSED" select new Active { Id = s.Id, Status = s.Status };
        }
        [Dimension<Shop>(Scd.Type1)] public sealed class DimMarked
        {
            [SurrogateKey] public long Key { get; init; }
            [BusinessKey] public string Id { get; init; }
            public string Status { get; init; }
            [Load] static Query<DimMarked> From(ForMarked state) => from s in state where s.Status != "CLOSED" select new DimMarked { Id = s.Id, Status = s.Status };
        }
        [Table<Shop>(Deletes = Deletes.Ignore)] public sealed class Kept
        {
            [BusinessKey] public string Id { get; init; }
            public string Status { get; init; }
            [Load] static Query<Kept> From(ForKept state) => from s in state where s.Status != "CLOSED" select new Kept { Id = s.Id, Status = s.Status };
        }
        [Dimension<Shop>(Scd.Type2, History = History.Observed)] public sealed class DimHistory
        {
            [SurrogateKey] public long Key { get; init; }
            [BusinessKey] public string Id { get; init; }
            [Tracked] public string Status { get; init; }
            [ValidFrom] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
            [Load] static Query<DimHistory> From(ForHistory state, Batch batch) =>
                from s in state where s.Status != "CLOSED" select new DimHistory { Id = s.Id, Status = s.Status, ValidFrom = batch.ScheduledAt };
        }

        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<State>] public sealed class Land;
        [Task, After<Land>, Runs<Active>, Runs<DimMarked>, Runs<Kept>, Runs<DimHistory>] public sealed class Load;
        """;

    [Fact]
    public void Row_that_no_longer_passes_the_filter_is_deleted_as_the_target_says()
    {
        using var lab = new LoadLab(Classes);
        Deliver(lab, "A,NEW", "B,NEW");

        Deliver(lab, "A,CLOSED", "B,PAID");

        Assert.Equal("B | PAID", lab.Rows("SELECT ID, STATUS FROM SHOP.ACTIVE ORDER BY ID"));
        Assert.Equal("A | NEW | true\nB | PAID | false", Marked(lab));
        Assert.Equal("A | NEW\nB | PAID", lab.Rows("SELECT ID, STATUS FROM SHOP.KEPT ORDER BY ID"));
        Assert.Equal("A | NEW | false\nB | NEW | false\nB | PAID | true", History(lab));
    }

    [Fact]
    public void Row_that_passes_it_again_lives_again()
    {
        using var lab = new LoadLab(Classes);
        Deliver(lab, "A,NEW");
        Deliver(lab, "A,CLOSED");

        Deliver(lab, "A,OPENED");

        Assert.Equal("A | OPENED", lab.Rows("SELECT ID, STATUS FROM SHOP.ACTIVE"));
        Assert.Equal("A | OPENED | false", Marked(lab));
        Assert.Equal("A | NEW | false\nA | OPENED | true", History(lab));
    }

    [Fact]
    public void Row_that_never_passed_is_filtered_and_deletes_nothing()
    {
        using var lab = new LoadLab(Classes);
        Deliver(lab, "A,CLOSED", "B,NEW");
        Deliver(lab, "A,CLOSED", "B,CLOSED");

        Assert.Equal("0", lab.Count("SHOP.ACTIVE"));
        Assert.Equal("4 | 2 | 2 | 1", lab.Ledger("SHOP.ACTIVE", "ROWS_READ, ROWS_LOADED, ROWS_FILTERED, ROWS_DELETED"));
    }

    private static void Deliver(LoadLab lab, params string[] lines) => lab.Deliver("rows/rows_#.csv", lines.Prepend("id,status"));

    private static string Marked(LoadLab lab) => lab.Rows("SELECT ID, STATUS, IS_DELETED FROM SHOP.DIM_MARKED WHERE KEY > 0 ORDER BY ID");

    private static string History(LoadLab lab) => lab.Rows("SELECT ID, STATUS, IS_CURRENT FROM SHOP.DIM_HISTORY WHERE KEY > 0 ORDER BY ID, VALID_FROM");
}
