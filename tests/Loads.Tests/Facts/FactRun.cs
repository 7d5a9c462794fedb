using System.Globalization;
using Loads.Tests.Mutations;
using Pipeline.Catalog;
using Pipeline.Engine;
using Pipeline.Engine.Reports;
using Xunit.Sdk;

namespace Loads.Tests.Facts;

/// <summary>A model of facts on the local engine: files are delivered, runs follow each other by the hour.</summary>
internal sealed class FactRun : IDisposable
{
    private static readonly DateTime FirstRun = new(2024, 6, 1);

    private readonly LocalPipeline pipeline;
    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-facts-").FullName;
    private int runs;

    // What the run that is on is held to: by its report, and by what was in the tables before it.
    private Action<IReadOnlyList<LoadReport>, string?>? judge;
    private Dictionary<string, Dictionary<string, (string Values, string LoadedAt)>> before = [];
    private DateTime now;

    /// <param name="schema">The schema of the model of all kinds of facts.</param>
    public FactRun(string schema)
        : this(FactModel.Of(schema), null)
    {
    }

    /// <param name="catalog">The model.</param>
    /// <param name="rewrite">Puts other statements in the place of a load's own.</param>
    /// <param name="trials">Tries mutants in the place of a load.</param>
    public FactRun(CompiledCatalog catalog, Func<LoweredLoad, LoweredLoad>? rewrite, Trials? trials = null)
    {
        pipeline = LocalPipeline.Open(catalog, new LocalOptions { Rewrite = rewrite, Trials = trials is null ? null : (load, run) => trials.Run(pipeline!, load, run, Tried) });
    }

    /// <summary>The tables whose counters are held to what became of their rows.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    /// <summary>Whether a fact that a run loads may be read again in it, and so be written twice.</summary>
    public bool MayRekeyWhatIsLoaded { get; init; }

    /// <summary>Delivers the files, each with its header and its lines, and runs the graph an hour after the last run.</summary>
    public RunReport Deliver(params (string Folder, string Header, IEnumerable<string> Lines)[] files) => Deliver(FirstRun.AddHours(runs + 1), files);

    /// <summary>The same, at a time.</summary>
    public RunReport Deliver(DateTime at, params (string Folder, string Header, IEnumerable<string> Lines)[] files)
    {
        var delivery = Path.Combine(folder, (++runs).ToString("d4", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(delivery);
        foreach (var (name, header, lines) in files)
        {
            Directory.CreateDirectory(Path.Combine(delivery, name));
            File.WriteAllLines(Path.Combine(delivery, name, $"{name}_{runs:d4}.csv"), lines.Prepend(header));
        }

        now = at;
        pipeline.Deliver(delivery, at);
        before = Counted.ToDictionary(t => t, Content);
        var report = pipeline.Run(at);
        Assert.All(report.Graphs.SelectMany(g => g.Tasks), t => Assert.True(t.Error is null, $"{t.Task}: {t.Error}"));
        Assert.All(report.Loads, l => Assert.True(l.IsBalanced, $"{l.Target} isn't balanced"));
        foreach (var (table, rows) in before) AssertCounted(report.Loads.Single(l => l.Target.Name == table), rows, Content(table));
        return report;
    }

    /// <summary>Delivers something and judges the run; a load that is tried in it is judged as well.</summary>
    /// <param name="deliver">Delivers it.</param>
    /// <param name="judged">Judges the loads that have run; if one of a table was tried alone, those that come later haven't.</param>
    public void Step(Func<RunReport> deliver, Action<IReadOnlyList<LoadReport>, string?> judged)
    {
        judge = judged;
        var report = deliver();
        judge = null;
        judged([.. report.Loads], null);
    }

    /// <summary>The rows of a query, a line each, its columns apart by bars; what is null is empty.</summary>
    public string[] Rows(string sql) => [.. pipeline.Query(sql).Rows.Select(r => string.Join(" | ", r.Select(Text)).TrimEnd())];

    public long Number(string sql) => Convert.ToInt64(pipeline.Query(sql).Rows[0][0], CultureInfo.InvariantCulture);

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // Of the load that was tried alone there is a report.
    private string? Tried(LoadReport load)
    {
        if (judge is null) return null;
        try
        {
            if (!load.IsBalanced) return $"{load.Target} isn't balanced";
            if (before.TryGetValue(load.Target.Name, out var rows)) AssertCounted(load, rows, Content(load.Target.Name));
            judge([load], load.Target.Name);
            return null;
        }
        catch (XunitException e)
        {
            return e.Message;
        }
    }

    // By its grain each row, and when it was loaded where the table says that.
    private Dictionary<string, (string Values, string LoadedAt)> Content(string name)
    {
        var table = pipeline.Catalog.All<TableObject>().Single(t => t.Name.Name == name);
        var key = table.Columns.Where(c => (c.Roles & (ColumnRoles.Grain | ColumnRoles.BusinessKey)) != 0).ToList();
        var loaded = table.Columns.Where(c => (c.Roles & ColumnRoles.LoadTime) != 0).ToList();
        var values = table.Columns.Except(key).Except(loaded).ToList();
        return pipeline.Query($"SELECT {string.Join(", ", key.Concat(values).Concat(loaded).Select(c => c.Name))} FROM {table.Name}").Rows
            .GroupBy(
                r => string.Join(" | ", r.Take(key.Count).Select(Text)),
                r => (Values: string.Join(" | ", r.Skip(key.Count).Take(values.Count).Select(Text)), LoadedAt: string.Join(" | ", r.Skip(key.Count + values.Count).Select(Text))))
            .ToDictionary(g => g.Key, g => (string.Join(" and ", g.Select(r => r.Values)), string.Join(" and ", g.Select(r => r.LoadedAt))), StringComparer.Ordinal);
    }

    // A row may go and come in one run: a day's own position is gone, and another is carried over the day.
    private void AssertCounted(LoadReport load, Dictionary<string, (string Values, string LoadedAt)> before, Dictionary<string, (string Values, string LoadedAt)> after)
    {
        var came = after.Keys.Count(k => !before.ContainsKey(k));
        var changed = after.Count(r => before.TryGetValue(r.Key, out var was) && was.Values != r.Value.Values);
        var again = load.RowsInserted - came;
        var written = again + load.RowsUpdated + load.RowsRekeyed;
        if (MayRekeyWhatIsLoaded && written > changed) written = Math.Max(changed, written - load.RowsRekeyed);
        Assert.Equal(
            $"{load.Target}: {came - (after.Count - before.Count)} rows went, {changed} are others",
            $"{load.Target}: {load.RowsDeleted - again} rows went, {written} are others");
        Assert.All(after.Where(r => r.Value.LoadedAt.Length > 0), r => Assert.Equal(
            before.TryGetValue(r.Key, out var was) && was.Values == r.Value.Values ? was.LoadedAt : Text(now), r.Value.LoadedAt));
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime time => time.ToString(time.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
