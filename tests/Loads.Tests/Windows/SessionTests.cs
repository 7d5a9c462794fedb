using System.Globalization;
using CsCheck;

namespace Loads.Tests.Windows;

/// <summary>A load that looks at other rows through windows: however its rows are split into batches, each is as if all had come at once.</summary>
public sealed class SessionTests
{
    private const string Model = """
        [Schema] public sealed class Shop;
        [Warehouse] public sealed class Wh;
        [CsvFormat<Shop>(NullIf = [""])] public sealed class Csv;
        [Stage<Shop>("s3://shop/events/"), Format<Csv>] public sealed class EventFiles;

        [Table<Shop>, CopyFrom<EventFiles>] public sealed class RawEvents
        {
            public string? Id { get; init; }
            public string? Visitor { get; init; }
            public DateTime? At { get; init; }
        }

        [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawEventsStream : Stream<RawEvents>;

        [Table<Shop>] public sealed class Events
        {
            [BusinessKey] public string Id { get; init; }
            public string Visitor { get; init; }
            public DateOnly Day { get; init; }
            [Sequence] public DateTime At { get; init; }

            [Load] internal static Query<Events> FromRaw(RawEventsStream raw) => from r in raw
                select new Events { Id = r.Id.OrReject(), Visitor = r.Visitor.OrReject(), Day = DateOnly.FromDateTime(r.At.OrReject()), At = r.At.OrReject() };
        }

        [Stream] public sealed class EventsStream : Stream<Events>;

        public sealed class Begin { public Events Event { get; init; } public int Begins { get; init; } }

        [Table<Shop>(Deletes = Deletes.Ignore)] public sealed class Sessions
        {
            [BusinessKey] public string Id { get; init; }
            public int Session { get; init; }
            public int EventsOfDay { get; init; }

            [Load] internal static Query<Sessions> Of(EventsStream events) =>
                from w in Begun(events).Window(b => (b.Event.Visitor, b.Event.Day), b => (b.Event.At, b.Event.Id))
                select new Sessions { Id = w.Row.Event.Id, Session = w.RunningSum(b => b.Begins), EventsOfDay = (int)w.Count };

            static Query<Begin> Begun(EventsStream events) =>
                from w in events.Window(e => (e.Visitor, e.Day), e => (e.At, e.Id))
                select new Begin { Event = w.Row, Begins = w.Previous != null && w.Row.At <= w.Previous.At.AddMinutes(30) ? 0 : 1 };
        }

        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Start;
        [Task, After<Start>, Runs<RawEvents>, Runs<Events>, Runs<Sessions>] public sealed class Load;
        """;

    private static readonly DateTime Midnight = new(2024, 5, 1, 0, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public void Event_that_comes_late_joins_the_sessions_that_it_stands_between()
    {
        using var lab = new LoadLab(Model);
        lab.Deliver("events/#.csv", "ID,VISITOR,AT", "a,lena,2024-05-01 10:00:00", "b,lena,2024-05-01 10:50:00", "c,max,2024-05-01 10:00:00");
        Assert.Equal("a | 1 | 2\nb | 2 | 2\nc | 1 | 1", Sessions(lab));

        lab.Deliver("events/#.csv", "ID,VISITOR,AT", "d,lena,2024-05-01 10:25:00");
        Assert.Equal("a | 1 | 3\nb | 1 | 3\nc | 1 | 1\nd | 1 | 3", Sessions(lab));
        // The three events of the visitor's day were read again, the other visitor's wasn't.
        Assert.Equal("6", lab.Ledger("SHOP.SESSIONS", "ROWS_READ"));
    }

    [Fact]
    public void Sessions_are_the_same_however_the_events_are_split_into_batches() => Gen
        .Select(Gen.Int[0, 2], Gen.Int[0, 24 * 8 - 1], Gen.Int[0, 3]).List[1, 30]
        .Sample(
            events =>
            {
                using var lab = new LoadLab(Model);
                var rows = events.Select((e, i) => (Id: $"e{i:d2}", Visitor: $"v{e.Item1}", At: Midnight.AddMinutes(e.Item2 * 15), Batch: e.Item3)).ToList();
                foreach (var batch in rows.GroupBy(r => r.Batch).OrderBy(b => b.Key))
                {
                    lab.Deliver("events/#.csv", batch.Select(r => FormattableString.Invariant($"{r.Id},{r.Visitor},{r.At:yyyy-MM-dd HH:mm:ss}")).Prepend("ID,VISITOR,AT"));
                }

                return Sessions(lab) == string.Join('\n', Expected([.. rows.Select(r => (r.Id, r.Visitor, r.At))]));
            },
            iter: int.Parse(Environment.GetEnvironmentVariable("PIPELINE_SESSIONS") ?? "12", CultureInfo.InvariantCulture), threads: 1);

    private static string Sessions(LoadLab lab) => lab.Rows("SELECT ID, SESSION, EVENTS_OF_DAY FROM SHOP.SESSIONS ORDER BY ID");

    // One visitor's day after the other, event by event.
    private static IEnumerable<string> Expected(List<(string Id, string Visitor, DateTime At)> events)
    {
        var lines = new List<string>();
        foreach (var day in events.GroupBy(e => (e.Visitor, e.At.Date)))
        {
            var session = 0;
            DateTime? before = null;
            foreach (var (id, _, at) in day.OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal))
            {
                if (before is null || at - before > TimeSpan.FromMinutes(30)) session++;
                before = at;
                lines.Add(FormattableString.Invariant($"{id} | {session} | {day.Count()}"));
            }
        }

        return lines.Order(StringComparer.Ordinal);
    }
}
