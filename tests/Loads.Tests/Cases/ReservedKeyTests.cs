using Pipeline.Catalog;

namespace Loads.Tests.Cases;

/// <summary>A source's row with the key of row -1, -2 or -3 is set aside: these rows stand for no member, whatever a source says.</summary>
public sealed class ReservedKeyTests
{
    private const string Source = """
        [Schema(RetentionDays = 7)] public sealed class Shop; [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/rows/"), Format<Csv>] public sealed class RowFiles;
        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw
        {
            public string? Id { get; init; }
            public string? Name { get; init; }
            public string? At { get; init; }
            public string? Status { get; init; }
            [FromFile(FileFact.Name)] public string FileName { get; init; }
            [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
        }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;
        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        """;

    // What the source tells now; a row that is GONE is deleted there.
    private const string States = Source + """
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class ForNumbers : Stream<Raw>;
        [Table<Shop>] public sealed class State
        {
            [BusinessKey] public string Id { get; init; }
            public string Name { get; init; }
            public string Status { get; init; }
            [Load] static Query<State> From(RawStream raw) => from r in raw select new State { Id = r.Id.OrReject(), Name = r.Name.OrReject(), Status = r.Status.OrReject() };
        }
        [Stream] public sealed class ForMarked : Stream<State>;
        [Stream] public sealed class ForRemoved : Stream<State>;
        [Stream] public sealed class ForHistory : Stream<State>;
        [Dimension<Shop>(Scd.Type1, MaxDeletedPercent = 100)] public sealed class DimMarked
        {
            [SurrogateKey] public long Key { get; init; }
            [BusinessKey, Varchar(20)] public string Id { get; init; }
            public string Name { get; init; }
            [IsDeleted] public bool IsDeleted { get; init; }
            [Load] static Query<DimMarked> From(ForMarked state) => from s in state where s.Status != "GONE" select new DimMarked { Id = s.Id, Name = s.Name };
        }
        [Dimension<Shop>(Scd.Type1, Deletes = Deletes.Remove, MaxDeletedPercent = 100)] public sealed class DimRemoved
        {
            [SurrogateKey] public long Key { get; init; }
            [BusinessKey] public string Id { get; init; }
            public string Name { get; init; }
            [Load] static Query<DimRemoved> From(ForRemoved state) => from s in state where s.Status != "GONE" select new DimRemoved { Id = s.Id, Name = s.Name };
        }
        [Dimension<Shop>(Scd.Type2, History = History.Observed, MaxDeletedPercent = 100)] public sealed class DimObserved
        {
            [SurrogateKey] public long Key { get; init; }
            [BusinessKey] public string Id { get; init; }
            [Tracked] public string Name { get; init; }
            [ValidFrom] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
            [Load] static Query<DimObserved> From(ForHistory state, Batch batch) =>
                from s in state where s.Status != "GONE" select new DimObserved { Id = s.Id, Name = s.Name, ValidFrom = batch.ScheduledAt };
        }
        [Task, After<Start>, Runs<Raw>, Runs<State>] public sealed class Land;
        [Task, After<Land>, Runs<DimMarked>, Runs<DimRemoved>, Runs<DimObserved>] public sealed class Load;
        """;

    private const string Events = Source + """
        [Table<Shop>] public sealed class Event
        {
            [BusinessKey] public int Id { get; init; }
            [BusinessKey, Sequence] public DateTime At { get; init; }
            public string Name { get; init; }
            [Load] static Query<Event> From(RawStream raw) => from r in raw
                select new Event { Id = Sql.TryToInt(r.Id).OrReject(), At = Sql.TryToTimestamp(r.At, "YYYY-MM-DD HH24:MI:SS").OrReject(), Name = r.Name.OrReject() };
        }
        [Stream] public sealed class ForHistory : Stream<Event>;
        [Dimension<Shop>(Scd.Type2)] public sealed class DimHistory
        {
            [SurrogateKey] public long Key { get; init; }
            [BusinessKey] public int Id { get; init; }
            [Tracked] public string Name { get; init; }
            [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
            [ValidTo] public DateTime? ValidTo { get; init; }
            [IsCurrent] public bool IsCurrent { get; init; }
            [Load] static Query<DimHistory> From(ForHistory events) => from e in events select new DimHistory { Id = e.Id, Name = e.Name, ValidFrom = e.At };
            [UnknownMember] static DimHistory Unknown() => new() { Id = 0, Name = "nobody" };
        }
        [Task, After<Start>, Runs<Raw>, Runs<Event>] public sealed class Land;
        [Task, After<Land>, Runs<DimHistory>] public sealed class Load;
        """;

    [Theory]
    [InlineData("DIM_MARKED", "KEY, ID, NAME, IS_DELETED", "-3 | INVALID | INVALID | false\n-2 | NOT APPLICABLE | NOT APPLICABLE | false\n-1 | UNKNOWN | UNKNOWN | false")]
    [InlineData("DIM_REMOVED", "KEY, ID, NAME", "-3 | INVALID | INVALID\n-2 | NOT APPLICABLE | NOT APPLICABLE\n-1 | UNKNOWN | UNKNOWN")]
    [InlineData("DIM_OBSERVED", "KEY, ID, NAME, IS_CURRENT", "-3 | INVALID | INVALID | true\n-2 | NOT APPLICABLE | NOT APPLICABLE | true\n-1 | UNKNOWN | UNKNOWN | true")]
    public void State_with_a_reserved_key_is_kept_aside_and_its_delete_too(string dimension, string columns, string none)
    {
        using var lab = new LoadLab(States);
        lab.Deliver("rows/#.csv", "ID,NAME,AT,STATUS", "A,Ada,,HERE", "UNKNOWN,Un,,HERE", "NOT APPLICABLE,Na,,HERE", "INVALID,In,,HERE");

        Assert.Equal(none, lab.Rows($"SELECT {columns} FROM SHOP.{dimension} WHERE KEY < 0 ORDER BY KEY"));
        Assert.Equal("A | Ada", lab.Rows($"SELECT ID, NAME FROM SHOP.{dimension} WHERE KEY > 0"));
        Assert.Equal("4 | 1 | 3 | 0", lab.Ledger("SHOP." + dimension, "ROWS_READ, ROWS_LOADED, ROWS_REJECTED, ROWS_DELETED"));
        Assert.Equal(
            "ID reserved | ID is the key of row -1, -2 or -3, which stands for no member | INVALID\n"
            + "ID reserved | ID is the key of row -1, -2 or -3, which stands for no member | NOT APPLICABLE\n"
            + "ID reserved | ID is the key of row -1, -2 or -3, which stands for no member | UNKNOWN",
            lab.Rows($"SELECT RULE, REASON, RECORD->>'ID' FROM SHOP.REJECTED_{dimension} ORDER BY 3"));

        lab.Deliver("rows/#.csv", "ID,NAME,AT,STATUS", "UNKNOWN,Un,,GONE");

        Assert.Equal(none, lab.Rows($"SELECT {columns} FROM SHOP.{dimension} WHERE KEY < 0 ORDER BY KEY"));
        Assert.Equal("UNKNOWN | HERE | 2", lab.Rows($"SELECT RECORD->>'ID', RECORD->>'STATUS', COUNT(*) FROM SHOP.REJECTED_{dimension} WHERE RECORD->>'ID' = 'UNKNOWN' GROUP BY ALL"));
    }

    [Fact]
    public void Event_with_a_reserved_key_is_kept_aside()
    {
        using var lab = new LoadLab(Events);
        lab.Deliver("rows/#.csv", "ID,NAME,AT,STATUS", "7,Ada,2024-03-01 00:00:00,", "0,Zero,2024-03-01 00:00:00,", "-2,Minus,2024-02-01 00:00:00,", "-1,Is free,2024-02-01 00:00:00,");

        Assert.Equal("-3 | -3 | INVALID\n-2 | -2 | NOT APPLICABLE\n-1 | 0 | nobody", lab.Rows("SELECT KEY, ID, NAME FROM SHOP.DIM_HISTORY WHERE KEY < 0 ORDER BY KEY"));
        Assert.Equal("-1 | Is free\n7 | Ada", lab.Rows("SELECT ID, NAME FROM SHOP.DIM_HISTORY WHERE KEY > 0 ORDER BY ID"));
        Assert.Equal("-2 | ID reserved\n0 | ID reserved", lab.Rows("SELECT RECORD->>'ID', RULE FROM SHOP.REJECTED_DIM_HISTORY ORDER BY 1"));
    }

    [Fact]
    public void All_parts_of_a_reserved_key_count()
    {
        using var lab = new LoadLab(Source + """
            [Dimension<Shop>(Scd.Type1)] public sealed class DimPair
            {
                [SurrogateKey] public long Key { get; init; }
                [BusinessKey] public string Id { get; init; }
                [BusinessKey] public bool IsHere { get; init; }
                public string Name { get; init; }
                [Load] static Query<DimPair> From(RawStream raw) => from r in raw select new DimPair { Id = r.Id.OrReject(), IsHere = r.Status == "HERE", Name = r.Name.OrReject() };
            }
            [Task, After<Start>, Runs<Raw>, Runs<DimPair>] public sealed class Load;
            """);
        lab.Deliver("rows/#.csv", "ID,NAME,AT,STATUS", "UNKNOWN,One,,HERE", "UNKNOWN,Two,,GONE", "A,Three,,GONE");

        Assert.Equal("One\nThree", lab.Rows("SELECT NAME FROM SHOP.DIM_PAIR WHERE KEY > 0 ORDER BY NAME"));
        Assert.Equal("ID, IS_HERE reserved | ID, IS_HERE are the key of row -1, -2 or -3, which stands for no member", lab.Rows("SELECT RULE, REASON FROM SHOP.REJECTED_DIM_PAIR"));
    }

    [Theory]
    [InlineData("[BusinessKey] public Way Id { get; init; }", "r.Status == \"HERE\" ? Way.Shop : Way.Web")]
    [InlineData("[BusinessKey] public string Id { get; init; }", "r.Status == \"HERE\" ? \"SHOP\" : \"WEB\"")]
    [InlineData("[BusinessKey] public string? Id { get; init; }", "r.Status == \"HERE\" ? \"SHOP\" : null")]
    public void Key_that_can_be_no_reserved_one_is_not_asked(string key, string value)
    {
        var catalog = ModelText.Compile(Source + $$"""
            public enum Way { Shop, Web }
            [Dimension<Shop>(Scd.Type1)] public sealed class DimWay
            {
                [SurrogateKey] public long Key { get; init; }
                {{key}}
                public string? Name { get; init; }
                [Load] static Query<DimWay> From(RawStream raw) => from r in raw select new DimWay { Id = {{value}}, Name = r.Name };
            }
            [Task, After<Start>, Runs<Raw>, Runs<DimWay>] public sealed class Load;
            """);
        var load = LoadLowering.All(catalog).Single(l => l.Target.Name == "DIM_WAY");

        Assert.DoesNotContain(load.Transaction.OfType<InsertStatement>(), s => s.Target.Object.Name == "REJECTED_DIM_WAY");
    }
}
