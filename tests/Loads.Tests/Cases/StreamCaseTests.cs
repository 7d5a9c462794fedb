using Pipeline.Catalog;
using Pipeline.Engine;

namespace Loads.Tests.Cases;

/// <summary>The cases of streams, keys and sources, each by its number, on rows.</summary>
public sealed class StreamCaseTests
{
    // The state of accounts, keyed by the source's row; its customers and their history as seen at each run.
    internal const string Observed = """
        [Schema(RetentionDays = 7)] public sealed class Shop; [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/rows/"), Format<Csv>] public sealed class RowFiles;
        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw
        {
            public string? RowId { get; init; }
            public string? Customer { get; init; }
            public string? Segment { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;

        [Table<Shop>] public sealed class State
        {
            [BusinessKey] public string RowId { get; init; }
            public string Customer { get; init; }
            public string Segment { get; init; }
            [Load] static Query<State> From(RawStream raw) => from r in raw
                select new State { RowId = r.RowId.OrReject(), Customer = r.Customer.OrReject(), Segment = r.Segment.OrReject() };
        }
        [Stream] public sealed class StateStream : Stream<State>;
        [Stream] public sealed class StateNowStream : Stream<State>;

        [Dimension<Shop>(Scd.Type2, History = History.Observed, Deletes = Deletes.Close)] public sealed class DimCustomer
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public string Customer { get; init; }
            [Tracked] public string Segment { get; init; }
            [ValidFrom] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
            [Load] static Query<DimCustomer> From(StateStream state, Batch batch) => from s in state
                select new DimCustomer { Customer = s.Customer, Segment = s.Segment, ValidFrom = batch.ScheduledAt };
        }

        [Dimension<Shop>(Scd.Type1, Deletes = Deletes.Remove)] public sealed class DimNow
        {
            [SurrogateKey] public long CustomerKey { get; init; }
            [BusinessKey] public string Customer { get; init; }
            public string Segment { get; init; }
            [Load] static Query<DimNow> From(StateNowStream state) => from s in state select new DimNow { Customer = s.Customer, Segment = s.Segment };
        }

        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<State>] public sealed class Land;
        [Task, After<Land>, Runs<DimCustomer>] public sealed class LoadHistory;
        [Task, After<Land>, Runs<DimNow>] public sealed class LoadNow;
        """;

    private static LoadLab Lab(params string[] rows)
    {
        var lab = new LoadLab(Observed);
        Deliver(lab, rows);
        return lab;
    }

    private static void Deliver(LoadLab lab, params string[] rows) => lab.Deliver("rows/#.csv", rows.Prepend("ROW_ID,CUSTOMER,SEGMENT"));

    internal static string History(LoadLab lab) => lab.Rows(
        "SELECT CUSTOMER, SEGMENT, strftime(VALID_FROM, '%H'), COALESCE(strftime(VALID_TO, '%H'), '-') FROM SHOP.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 ORDER BY CUSTOMER, VALID_FROM");

    internal static string Now(LoadLab lab) => lab.Rows("SELECT CUSTOMER, SEGMENT FROM SHOP.DIM_NOW WHERE CUSTOMER_KEY > 0 ORDER BY 1");

    [Fact]
    public void Case01_An_update_is_one_change_though_the_stream_shows_two_rows_of_it()
    {
        using var lab = Lab("1,ann,GOLD");
        Deliver(lab, "1,ann,SILVER");
        Assert.Equal("ann | GOLD | 01 | 02\nann | SILVER | 02 | -", History(lab));
        Assert.Equal("ann | SILVER", Now(lab));
        Assert.Equal("2 | 2", lab.Ledger("SHOP.DIM_NOW", "ROWS_READ, ROWS_LOADED"));
    }

    [Fact]
    public void Case02_A_key_that_came_and_changed_before_the_first_read_has_one_version_with_what_came_last()
    {
        using var lab = new LoadLab(Observed);
        var task = new QualifiedName("SHOP", "LOAD_HISTORY");
        lab.Do(p => p.Suspend(task));
        foreach (var segment in new[] { "GOLD", "SILVER" }) lab.TryDeliver("rows/#.csv", "ROW_ID,CUSTOMER,SEGMENT", $"1,ann,{segment}");
        Assert.Equal("INSERT | false | SILVER", lab.Rows("SELECT METADATA$ACTION, METADATA$ISUPDATE, SEGMENT FROM SHOP.STATE_STREAM"));

        lab.Do(p => p.Resume(task));
        Deliver(lab);
        Assert.Equal("ann | SILVER | 03 | -", History(lab));
    }

    [Fact]
    public void Case04_An_update_of_the_key_ends_the_old_member_and_begins_the_new_one()
    {
        using var lab = Lab("1,ann,GOLD", "2,bob,BRONZE");
        Deliver(lab, "1,eve,GOLD");
        Assert.Equal("ann | GOLD | 01 | 02\nbob | BRONZE | 01 | -\neve | GOLD | 02 | -", History(lab));
        Assert.Equal("bob | BRONZE\neve | GOLD", Now(lab));
        // Two rows came, then one that is two: a delete and an insert.
        Assert.Equal("4 | 4", lab.Ledger("SHOP.DIM_NOW", "ROWS_READ, ROWS_LOADED"));
    }

    [Fact]
    public void Case04_Two_members_that_change_places_both_live_on()
    {
        using var lab = Lab("1,ann,GOLD", "2,bob,BRONZE");
        Deliver(lab, "1,bob,GOLD", "2,ann,BRONZE");
        Assert.Equal("ann | BRONZE\nbob | GOLD", Now(lab));
        Assert.Equal("ann | GOLD | 01 | 02\nann | BRONZE | 02 | -\nbob | BRONZE | 01 | 02\nbob | GOLD | 02 | -", History(lab));
    }

    [Fact]
    public void Case05_Closing_and_opening_read_the_stream_once_and_move_its_offset_once()
    {
        using var lab = Lab("1,ann,GOLD");
        Deliver(lab, "1,ann,SILVER", "2,bob,BRONZE");
        Assert.Equal("1 | 3", lab.Ledger("SHOP.DIM_CUSTOMER", "ROWS_CLOSED, ROWS_INSERTED"));
        Assert.Equal("0", lab.Count("SHOP.STATE_STREAM"));

        var load = LoadLowering.All(ModelText.Compile(Observed)).Single(l => l.Target.Name == "DIM_CUSTOMER");
        // What was rejected, if anything, is looked up in it once more.
        var reading = load.Transaction.OfType<InsertStatement>().Where(s => s.OnlyIf is null && SourceCollector.NamesIn(s.Query).Contains(new("SHOP", "STATE_STREAM"))).ToList();
        Assert.Equal("DIM_CUSTOMER_BATCH", Assert.Single(reading).Target.Object.Name);
    }

    [Fact]
    public void Case06_Each_consumer_has_a_stream_of_its_own_and_sees_every_change()
    {
        using var lab = Lab("1,ann,GOLD");
        Deliver(lab, "2,bob,BRONZE");
        Assert.Equal(lab.Ledger("SHOP.DIM_CUSTOMER", "ROWS_READ"), lab.Ledger("SHOP.DIM_NOW", "ROWS_READ"));
        Assert.Equal("2", lab.Ledger("SHOP.DIM_NOW", "ROWS_READ"));
    }

    [Fact]
    public void Case06_Two_loads_of_one_stream_are_told() => Assert.Contains(
        ModelText.Told(Observed.Replace("From(StateNowStream state)", "From(StateStream state)", StringComparison.Ordinal)), d => d.StartsWith("PL0402 ", StringComparison.Ordinal));

    [Fact]
    public void Case07_A_stale_stream_fails_its_load_and_a_new_one_with_all_rows_makes_up_for_it()
    {
        using var lab = Lab("1,ann,GOLD");
        var task = new QualifiedName("SHOP", "LOAD_HISTORY");
        lab.Do(p => p.Suspend(task));
        lab.TryDeliver("rows/#.csv", "ROW_ID,CUSTOMER,SEGMENT", "1,ann,SILVER");
        lab.Wait(TimeSpan.FromDays(40));
        lab.Do(p => p.Resume(task));
        var error = lab.TryDeliver("rows/#.csv", "ROW_ID,CUSTOMER,SEGMENT", "2,bob,BRONZE").Graphs.SelectMany(g => g.Tasks).Select(t => t.Error).OfType<string>().First();
        Assert.Contains("STATE_STREAM is stale", error, StringComparison.Ordinal);
        Assert.Equal("ann | GOLD | 01 | -", History(lab));

        lab.Do(p => p.RecreateStream(new("SHOP", "STATE_STREAM"), showInitialRows: true));
        Deliver(lab);
        Assert.Equal("ann | GOLD | 01 | 04\nann | SILVER | 04 | -\nbob | BRONZE | 04 | -", History(lab));
    }

    [Fact]
    public void Case09_A_change_that_changes_nothing_writes_nothing()
    {
        using var lab = Lab("1,ann,GOLD");
        const string Versions = "SELECT * EXCLUDE LAST_EVENT_AT FROM SHOP.DIM_CUSTOMER ORDER BY 1";
        var before = lab.Rows(Versions) + lab.Rows("SELECT * FROM SHOP.DIM_NOW ORDER BY 1");
        // A stream made anew shows what is there once more.
        lab.Do(p => p.RecreateStream(new("SHOP", "STATE_STREAM"), showInitialRows: true));
        lab.Do(p => p.RecreateStream(new("SHOP", "STATE_NOW_STREAM"), showInitialRows: true));
        Deliver(lab);
        Assert.Equal(before, lab.Rows(Versions) + lab.Rows("SELECT * FROM SHOP.DIM_NOW ORDER BY 1"));
        Assert.Equal("1 | 0", lab.Ledger("SHOP.DIM_NOW", "ROWS_INSERTED, ROWS_UPDATED"));
    }

    [Fact]
    public void Case09_Rows_that_are_written_anew_as_they_were_change_nothing()
    {
        // As a view's base may be: the stream shows each row as deleted and inserted again.
        const string Anew = "[Load(LoadMode.Replace)] static Query<State> From(Query<Raw> raw) => from r in raw.LatestBy(r => r.RowId, r => (r.FileName, r.FileRow))";
        using var lab = new LoadLab(Observed.Replace("[Load] static Query<State> From(RawStream raw) => from r in raw", Anew, StringComparison.Ordinal));
        Deliver(lab, "1,ann,GOLD");
        const string Versions = "SELECT * EXCLUDE LAST_EVENT_AT FROM SHOP.DIM_CUSTOMER ORDER BY 1";
        var before = lab.Rows(Versions) + lab.Rows("SELECT * FROM SHOP.DIM_NOW ORDER BY 1");
        foreach (var task in new[] { "LOAD_HISTORY", "LOAD_NOW" }) lab.Do(p => p.Suspend(new("SHOP", task)));
        lab.TryDeliver("rows/#.csv", "ROW_ID,CUSTOMER,SEGMENT", "1,ann,GOLD");
        Assert.Equal("DELETE | false | GOLD\nINSERT | false | GOLD", lab.Rows("SELECT METADATA$ACTION, METADATA$ISUPDATE, SEGMENT FROM SHOP.STATE_STREAM ORDER BY 1"));

        foreach (var task in new[] { "LOAD_HISTORY", "LOAD_NOW" }) lab.Do(p => p.Resume(new("SHOP", task)));
        lab.Run();
        Assert.Equal(before, lab.Rows(Versions) + lab.Rows("SELECT * FROM SHOP.DIM_NOW ORDER BY 1"));
        Assert.Equal("0", lab.Count("SHOP.STATE_STREAM"));
    }
}
