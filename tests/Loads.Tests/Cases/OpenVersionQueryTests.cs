using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;
using Pipeline.Sql.Snowflake;

namespace Loads.Tests.Cases;

/// <summary>The query that the message of two open versions gives runs as it stands, whatever its names are.</summary>
public sealed class OpenVersionQueryTests
{
    private const string Classes = """
        [Schema(RetentionDays = 7)] public sealed class Shop; [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/rows/"), Format<Csv>] public sealed class RowFiles;
        [Table<Shop>, CopyFrom<RowFiles>] public sealed class Raw { public string? Id { get; init; } public string? Name { get; init; } public string? At { get; init; } }
        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStream : Stream<Raw>;
        [Table<Shop>] public sealed class Event
        {
            [BusinessKey] public string Order { get; init; }
            [BusinessKey, Sequence] public DateTime At { get; init; }
            public string Name { get; init; }
            [Load] static Query<Event> From(RawStream raw) => from r in raw
                select new Event { Order = r.Id.OrReject(), At = Sql.TryToTimestamp(r.At, "YYYY-MM-DD HH24:MI:SS").OrReject(), Name = r.Name.OrReject() };
        }
        [Stream] public sealed class ForHistory : Stream<Event>;
        [Dimension<Shop>(Scd.Type2)] public sealed class Group
        {
            [SurrogateKey] public long Key { get; init; }
            [BusinessKey] public string Order { get; init; }
            [Tracked] public string Name { get; init; }
            [ValidFrom, Sequence] public DateTime From { get; init; }
            [ValidTo] public DateTime? To { get; init; }
            [IsCurrent] public bool Current { get; init; }
            [Load] static Query<Group> Of(ForHistory events) => from e in events select new Group { Order = e.Order, Name = e.Name, From = e.At };
        }
        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<Raw>, Runs<Event>] public sealed class Land;
        [Task, After<Land>, Runs<Group>] public sealed class Load;
        """;

    [Fact]
    public void Names_that_are_reserved_words_are_quoted()
    {
        var load = LoadLowering.All(ModelText.Compile(Classes)).Single(l => l.Target.Name == "GROUP");
        var raise = load.Transaction.OfType<RaiseStatement>().Single(r => r.FoundBy is not null);

        const string Found = "They are found by SELECT held.\"ORDER\" FROM SHOP.\"GROUP\" AS held WHERE held.\"CURRENT\" GROUP BY held.\"ORDER\" HAVING COUNT(*) > 1; delete";
        Assert.Contains(Found, SnowflakeDialect.Instance.Message(raise), StringComparison.Ordinal);
        Assert.Contains(Found.Replace("\"CURRENT\"", "CURRENT", StringComparison.Ordinal), DuckDbDialect.Instance.Message(raise), StringComparison.Ordinal);
    }

    [Fact]
    public void Query_of_the_message_finds_the_key()
    {
        using var lab = new LoadLab(Classes);
        lab.Deliver("rows/#.csv", "ID,NAME,AT", "A,Ada,2024-03-01 00:00:00", "B,Bob,2024-03-01 00:00:00");
        lab.Do(p => p.Query("INSERT INTO SHOP.\"GROUP\" SELECT * REPLACE (KEY + 1000 AS KEY) FROM SHOP.\"GROUP\" WHERE \"ORDER\" = 'B'"));

        var error = lab.TryDeliver("rows/#.csv", "ID,NAME,AT", "B,Bea,2024-03-02 00:00:00").Graphs.SelectMany(g => g.Tasks).Select(t => t.Error).Single(e => e is not null)!;

        var query = error[(error.IndexOf("found by ", StringComparison.Ordinal) + "found by ".Length)..error.IndexOf("; delete", StringComparison.Ordinal)];
        Assert.Equal("B", lab.Rows(query));
    }
}
