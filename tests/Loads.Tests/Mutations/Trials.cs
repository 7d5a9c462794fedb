using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Loads.Tests.Mutations;

/// <summary>Mutants of one load, each tried in its place whenever it is about to run, looked at and taken back: so all of them share the histories' other loads, which are nearly all of the work.</summary>
/// <remarks>
/// Each begins with what the load itself left, so that one which comes out as the load does, run by run, does what the load does. One that comes out otherwise is told if what judges the load tells it;
/// if that doesn't, what follows from it shows where it runs alone.
/// </remarks>
internal sealed class Trials(IReadOnlyList<Mutant> mutants)
{
    private readonly QualifiedName target = mutants[0].Load.Target;
    private readonly HashSet<Mutant> others = [];
    private List<Mutant> untold = [.. mutants];

    /// <summary>Those that came out as the load itself each time.</summary>
    public IEnumerable<Mutant> Alike => untold.Where(m => !others.Contains(m));

    /// <summary>Those that came out otherwise, and nobody told.</summary>
    public IEnumerable<Mutant> Others => untold.Where(others.Contains);

    /// <param name="pipeline">The database.</param>
    /// <param name="load">The load that is about to run.</param>
    /// <param name="run">Runs one in its place, has it looked at, takes it back, and tells why it failed.</param>
    /// <param name="judge">What is wrong with the tables after a load.</param>
    public void Run(LocalPipeline pipeline, LoweredLoad load, Func<LoweredLoad, Action<LoadReport>, string?> run, Func<LoadReport, string?> judge)
    {
        if (load.Target != target || untold.Count == 0) return;
        var outcome = new Outcome(pipeline, target);
        // Days that a snapshot carries forward were never delivered.
        var isCarried = pipeline.Catalog.Find<FactObject>(target) is { FactKind: FactKind.PeriodicSnapshot };
        var (expected, wrong) = Try(load);
        if (wrong is not null) throw new InvalidOperationException($"The load itself is told: {wrong}");
        untold = [.. untold.Where(m =>
        {
            var (actual, told) = Try(m.Load);
            if (actual != expected) others.Add(m);
            return actual == expected || told is null;
        })];

        (string Outcome, string? Told) Try(LoweredLoad tried)
        {
            var (content, told) = ("", (string?)null);
            var error = run(tried, report =>
            {
                content = outcome.Of(report);
                told = (isCarried ? null : Uncounted(report)) ?? judge(report);
            });
            return error is null ? (content, told) : (error, load == tried ? null : error);
        }
    }

    // What it doesn't count, it can't balance either: none read, none loaded.
    private static string? Uncounted(LoadReport load) => load.RowsInserted > 0 && load.RowsLoaded == 0 ? $"{load.Target}: {load.RowsInserted} rows are new, and none are said to be loaded" : null;

    /// <summary>All that a load leaves: its counters, its table, what it rejected, the members that it opened. A surrogate key that is new is as good as another.</summary>
    private sealed class Outcome
    {
        private readonly LocalPipeline pipeline;
        private readonly List<(TableObject Table, Dictionary<string, TableObject> Keys)> tables;
        private readonly Dictionary<QualifiedName, long> last;

        public Outcome(LocalPipeline pipeline, QualifiedName target)
        {
            this.pipeline = pipeline;
            var all = pipeline.Catalog.All<TableObject>().ToList();
            var table = all.Single(t => t.Name == target);
            var opened = table.Columns.Where(c => c.ForeignKey?.Missing == Missing.Infer).Select(c => all.Single(t => t.Name == c.ForeignKey!.Dimension)).Distinct();
            tables = [.. new[] { table }.Concat(opened).Select(t => (t, KeysOf(t))), .. all.Where(t => t.Name == target with { Name = "REJECTED_" + target.Name }).Select(t => (t, new Dictionary<string, TableObject>()))];
            last = tables.SelectMany(t => t.Keys.Values).Distinct().ToDictionary(d => d.Name, d => Convert.ToInt64(
                pipeline.Query($"SELECT COALESCE(MAX({KeyOf(d)}), 0)::BIGINT FROM {d.Name}").Rows[0][0], CultureInfo.InvariantCulture));

            Dictionary<string, TableObject> KeysOf(TableObject of) => of.Columns.Select(c => (c.Name, Dimension: c.Name == KeyOf(of) ? of : c.ForeignKey is { } key ? all.Single(t => t.Name == key.Dimension) : null))
                .Where(c => c.Dimension is not (null or CalendarObject)).ToDictionary(c => c.Name, c => c.Dimension!, StringComparer.Ordinal);
        }

        public string Of(LoadReport report)
        {
            var rows = tables.Select(t => pipeline.Query($"SELECT {string.Join(", ", t.Table.Columns.Select(c => c.Name))} FROM {t.Table.Name}").Rows).ToList();
            var fresh = last.ToDictionary(d => d.Key, d => tables.Zip(rows).SelectMany(t => t.First.Keys.Where(k => k.Value.Name == d.Key)
                .SelectMany(k => t.Second.Select(r => r[IndexOf(t.First.Table, k.Key)]).OfType<long>())).Where(k => k > d.Value).Distinct().Order().ToList());
            var lines = tables.Zip(rows).SelectMany(t => t.Second.Select(row => $"{t.First.Table.Name.Name}: " + string.Join(" | ", row.Select((value, i) =>
                value is long key && t.First.Keys.TryGetValue(t.First.Table.Columns[i].Name, out var dimension) && fresh[dimension.Name].BinarySearch(key) is >= 0 and var place
                    ? $"new {place}" : QueryResult.Text(value)))).Order(StringComparer.Ordinal));
            return $"{report with { Duration = TimeSpan.Zero }}\n{string.Join('\n', lines)}";
        }

        private static string? KeyOf(TableObject table) => table.FirstWith(ColumnRoles.SurrogateKey)?.Name;

        private static int IndexOf(TableObject table, string column) => table.Columns.ToList().FindIndex(c => c.Name == column);
    }
}
