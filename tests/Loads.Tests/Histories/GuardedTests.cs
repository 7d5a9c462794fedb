using System.Globalization;
using CsCheck;

namespace Loads.Tests.Histories;

/// <summary>A source that comes empty, or much smaller: every kind of target that says MaxDeletedPercent follows it as far as that, or stops, loses nothing, says how many, and goes on when the source is there again.</summary>
public sealed class GuardedTests
{
    private const int Limit = 50;

    private const string Model = StateModel.Classes + """

        [Stream] public sealed class StateForFactStream : Stream<State>;
        [Fact<Shop>(FactKind.Transaction, Deletes = Deletes.Remove, MaxDeletedPercent = 50)] public sealed class FactRows
        {
            [Grain] public int RowId { get; init; }
            [ForeignKey<DimNow>] public long CustomerKey { get; init; }
            public string? Note { get; init; }
            [Load] static Query<FactRows> From(StateForFactStream state, Query<DimNow> customers) => from s in state
                select new FactRows { RowId = s.RowId, CustomerKey = customers.KeyOf(c => c.Customer == s.Customer), Note = s.Note };
        }
        [Table<Shop>(MaxDeletedPercent = 50)] public sealed class Snapshot
        {
            [BusinessKey] public int RowId { get; init; }
            public string? Note { get; init; }
            [Load(LoadMode.Replace)] static Query<Snapshot> Latest(Query<Changes> changes) => from c in changes.LatestBy(c => c.RowId, c => (c.FileName, c.FileRow))
                where !c.IsDeleted select new Snapshot { RowId = c.RowId, Note = c.Note };
        }
        [Table<Shop>(MaxDeletedPercent = 50)] public sealed class Notes
        {
            public string? Note { get; init; }
            [Load(LoadMode.Replace)] static Query<Notes> Latest(Query<Changes> changes) => from c in changes.LatestBy(c => c.RowId, c => (c.FileName, c.FileRow))
                where !c.IsDeleted select new Notes { Note = c.Note };
        }
        [Task, After<Land>, Runs<FactRows>] public sealed class LoadFact;
        [Task, After<Land>, Runs<Snapshot>] public sealed class LoadSnapshot;
        [Task, After<Land>, Runs<Notes>] public sealed class LoadNotes;
        """;

    internal static readonly string Guarded = Model
        .Replace("History = History.Observed, Deletes = Deletes.Close)", $"History = History.Observed, Deletes = Deletes.Close, MaxDeletedPercent = {Limit})", StringComparison.Ordinal)
        .Replace("(Scd.Type1, Deletes = Deletes.Remove)", $"(Scd.Type1, Deletes = Deletes.Remove, MaxDeletedPercent = {Limit})", StringComparison.Ordinal)
        .Replace("(Scd.Type1, Deletes = Deletes.Mark)", $"(Scd.Type1, Deletes = Deletes.Mark, MaxDeletedPercent = {Limit})", StringComparison.Ordinal);

    private static readonly StatePlatform Source = new();

    private static readonly long Histories = long.Parse(Environment.GetEnvironmentVariable("PIPELINE_GUARDED") ?? "6", CultureInfo.InvariantCulture);

    [Fact]
    public void Load_that_would_delete_more_than_is_allowed_changes_nothing_and_says_how_many() => Source.History.Sample(
        history =>
        {
            using var lab = new LoadLab(Guarded);
            Target[] targets =
            [
                new("DIM_CUSTOMER", "CUSTOMER, SEGMENT, NOTE, VALID_FROM, VALID_TO", s => s.Named().Select(r => r.Customer!.Value), Versions),
                new("DIM_DIRECT", "CUSTOMER, SEGMENT, NOTE, VALID_FROM, VALID_TO", s => s.Named().Select(r => r.Customer!.Value), Versions),
                new("DIM_NOW", "CUSTOMER, SEGMENT, NOTE", s => s.Named().Select(r => r.Customer!.Value), s => s.Living.Select(c => Line(c.Key, c.Value.Segment, c.Value.Note))),
                new("DIM_KEPT", "CUSTOMER, SEGMENT, NOTE, IS_DELETED", s => s.Named().Select(r => r.Customer!.Value),
                    s => s.Ever.Select(c => Line(c.Key, c.Value.Segment, c.Value.Note, !s.Living.ContainsKey(c.Key)))),
                new("FACT_ROWS", "ROW_ID, NOTE", s => s.Rows.Keys, s => s.Rows.Select(r => Line(r.Key, r.Value.Note))),
                new("SNAPSHOT", "ROW_ID, NOTE", s => s.Rows.Keys, s => s.Rows.Select(r => Line(r.Key, r.Value.Note))),
                new("NOTES", "NOTE", null, s => s.Rows.Select(r => Line(r.Value.Note))),
            ];
            foreach (var delivery in history)
            {
                var lines = delivery.Select(r => r.ToString()).Prepend(string.Join(',', Source.Columns));
                var report = lab.TryDeliver("rows/rows_#.csv", lines);
                foreach (var target in targets) target.Judge(lab, report, delivery);
            }
        },
        iter: Histories, threads: 1, print: history => Shortest.Table(Source, history));

    private static IEnumerable<string> Versions(StateOracle source) => source.Versions.Select(v => Line(v.Customer, v.Segment, v.Note, v.From, v.To));

    private static string Line(params object?[] values) => string.Join(" | ", values.Select(Pipeline.Engine.QueryResult.Text)).TrimEnd();

    /// <summary>A table that follows the source.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="columns">What of it is judged.</param>
    /// <param name="keys">By which keys deletes count; null where their number alone tells.</param>
    /// <param name="content">What it holds once it has seen the source.</param>
    private sealed class Target(string name, string columns, Func<StateOracle, IEnumerable<int>>? keys, Func<StateOracle, IEnumerable<string>> content)
    {
        private readonly StateOracle source = new();
        private HashSet<int> held = [];
        private List<string> rows = [];

        public void Judge(LoadLab lab, Pipeline.Engine.Reports.RunReport report, IEnumerable<Delivered> told)
        {
            source.Tell(told);
            var now = keys is null ? [.. Enumerable.Range(0, source.Rows.Count)] : keys(source).ToHashSet();
            var (gone, living) = (held.Count(k => !now.Contains(k)), held.Count);
            var load = report.Loads.Single(l => l.Target.Name == name);
            if (gone * 100 > living * Limit)
            {
                Assert.Equal(
                    $"SHOP.{name}: the load would delete more than {Limit} % of its rows. Nothing was changed{(name is "SNAPSHOT" or "NOTES" ? "" : " and the stream keeps the rows")}; "
                        + $"if they are meant, raise MaxDeletedPercent for this run. rows_to_delete = {gone}, rows_living = {living}",
                    load.Error);
            }
            else
            {
                Assert.Null(load.Error);
                source.See(lab.Now);
                (held, rows) = (now, [.. content(source).Order(StringComparer.Ordinal)]);
            }

            var where = name.StartsWith("DIM_", StringComparison.Ordinal) ? " WHERE CUSTOMER_KEY > 0" : "";
            var actual = lab.Values($"SELECT {columns} FROM SHOP.{name}{where}").Select(r => Line([.. r])).Order(StringComparer.Ordinal);
            Assert.Equal(rows, actual);
        }
    }
}
