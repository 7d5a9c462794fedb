using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Loads.Tests.Mutations;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;

namespace Loads.Tests.Histories;

/// <summary>Many histories side by side in one database, delivery by delivery, each held to the oracle after every run.</summary>
internal sealed class Shard(Platform platform, IReadOnlyList<Delivered[][]> histories, Func<LoweredLoad, LoweredLoad>? rewrite = null, Func<string, bool>? isJudged = null, Trials? trials = null)
{
    // What the oracle says of histories that are run again and again.
    private static readonly ConditionalWeakTable<IReadOnlyList<Delivered[][]>, ConcurrentDictionary<(Platform, string, int, int), IReadOnlyList<string>>> Told = [];

    private readonly List<(DateTime At, Delivered[] Rows)>[] delivered = [.. histories.Select(_ => new List<(DateTime, Delivered[])>())];
    private readonly Dictionary<string, IReadOnlyList<TableRow>[]> before = [];

    // The run that is on, while loads are tried in it.
    private (LoadLab Lab, int Model)? tried;

    /// <summary>The first history that came out otherwise than it should, and how; null where all are sound.</summary>
    public (int History, string Message)? FirstFailure()
    {
        var models = platform.Models;
        using var lab = new LoadLab(models[0], survives: models.Count > 1, rewrite: rewrite, trial: trials is null ? null : (pipeline, load, run) => trials.Run(pipeline, load, run, Judge));
        foreach (var table in TablesOf(0).Keys) before[table] = [.. histories.Select(_ => Array.Empty<TableRow>())];

        var rounds = histories.Max(h => h.Length);
        for (var round = 0; round < rounds; round++)
        {
            var model = platform.ModelOf(round);
            if (round > 0 && model != platform.ModelOf(round - 1)) lab.Migrate(models[model]);
            var rows = histories.Select(h => (round < h.Length ? h[round] : platform.NoDelivery(h)).Select(r => platform.AsTold(model, r)).ToArray()).ToList();
            for (var i = 0; i < histories.Count; i++) delivered[i].Add((lab.Next, rows[i]));
            tried = (lab, model);
            var report = Deliver(lab, model, rows.SelectMany((h, i) => h.Select(r => Line(model, r, i))));
            tried = null;
            if (Error(report) is { } error) return (-1, error);
            foreach (var (table, sql) in TablesOf(model))
            {
                if (Judge(lab, table, sql, LoadOf(report, table), out var after) is { } failure) return failure;
                before[table] = after;
            }
        }

        return Unbalanced(lab, delivered.Sum(h => h.Sum(d => d.Rows.Length))) is { } message ? (-1, message) : Replayed(lab);
    }

    private RunReport Deliver(LoadLab lab, int model, IEnumerable<string> lines) =>
        lab.TryDeliver("rows/rows_#.csv", lines.Prepend(string.Join(',', platform.FieldsOf(model).Select(f => platform.Columns[f]))));

    private static string? Error(RunReport report) => report.Graphs.SelectMany(g => g.Tasks).FirstOrDefault(t => t.Error is not null) is { } failed ? $"{failed.Task}: {failed.Error}" : null;

    // A load that is tried in the place of one that is about to run; what follows from it is not judged.
    private string? Judge(LoadReport load) => tried is var (lab, model) && TablesOf(model).TryGetValue(load.Target.Name, out var sql) ? Judge(lab, load.Target.Name, sql, load, out _)?.Message : null;

    private (int History, string Message)? Judge(LoadLab lab, string table, string sql, LoadReport load, out IReadOnlyList<TableRow>[] after)
    {
        after = ByHistory(lab.Values(sql));
        for (var i = 0; i < histories.Count; i++)
        {
            var expected = Expected(table, i);
            var actual = after[i].Select(r => r.ToString()).Order(StringComparer.Ordinal).ToList();
            var wrong = !expected.SequenceEqual(actual, StringComparer.Ordinal)
                ? $"{table} after delivery {delivered[i].Count}\nexpected:\n{string.Join('\n', expected)}\nactual:\n{string.Join('\n', actual)}"
                : platform.Unsound(table, after[i]) ?? KeysMoved(before[table][i], after[i]);
            if (wrong is not null) return (i, wrong);
        }

        return platform.IsCounted(table) && Counters.Wrong(load, Columns(sql), platform.Latest, before[table], after) is { } miscounted ? (-1, miscounted) : null;
    }

    // A version has the surrogate key of the first version that was known to begin in its time, and one of a member without versions keeps it; begin and end are the last values.
    private static string? KeysMoved(IReadOnlyList<TableRow> before, IReadOnlyList<TableRow> after)
    {
        foreach (var row in after.Where(r => r.SurrogateKey is not null))
        {
            var known = before.Where(b => Equals(b.Values[0], row.Values[0]) && BeganIn(b, row)).MinBy(b => b.Values[^2] as DateTime?);
            if (known is not null && known.SurrogateKey != row.SurrogateKey) return $"surrogate key {known.SurrogateKey} of '{known}' is {row.SurrogateKey} now, of '{row}'";
        }

        var now = after.Where(r => r.SurrogateKey is not null).ToDictionary(r => r.SurrogateKey!.Value);
        return before.Where(r => r.SurrogateKey is { } key && now.TryGetValue(key, out var version) && !(Equals(r.Values[0], version.Values[0]) && BeganIn(r, version)))
            .Select(r => $"surrogate key {r.SurrogateKey} left '{r}' for '{now[r.SurrogateKey!.Value]}'").FirstOrDefault();
    }

    private static bool BeganIn(TableRow known, TableRow version) => known.Values[^2] is not DateTime began || version.Values[^2] is not DateTime from
        || (from <= began && (version.Values[^1] is not DateTime to || began < to));

    private string? Unbalanced(LoadLab lab, int rows)
    {
        var counts = lab.Ledger(platform.Entry, "ROWS_READ, ROWS_LOADED + ROWS_REJECTED + ROWS_DEDUPLICATED + ROWS_FILTERED");
        var rejected = lab.Rows($"SELECT (SELECT SUM(ROWS_REJECTED) FROM PIPELINE.LOAD_RUNS WHERE TARGET = '{platform.Entry}') - (SELECT COUNT(*) FROM {platform.Entry.Replace(".", ".REJECTED_")})");
        if (platform.Rejects is { } sql)
        {
            var expected = delivered.SelectMany(h => h.SelectMany(d => d.Rows)).Select(platform.Rejected).OfType<string>().Order(StringComparer.Ordinal);
            var actual = lab.Values(sql).Select(r => string.Join(" | ", r.Select(Pipeline.Engine.QueryResult.Text))).Order(StringComparer.Ordinal);
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal)) return "other rows were set aside, or for other reasons";
        }

        return rows == 0 || (counts == $"{rows} | {rows}" && rejected == "0") ? null : $"{rows} rows were delivered, {counts} were read and accounted for; rejects differ by {rejected}";
    }

    // All that was delivered last is delivered once more.
    private (int, string)? Replayed(LoadLab lab)
    {
        var model = platform.ModelOf(delivered[0].Count - 1);
        var again = delivered.Select((h, i) => h[^1].Rows.Select(r => Line(model, r, i))).SelectMany(l => l).ToList();
        var content = TablesOf(model).ToDictionary(t => t.Key, t => Content(lab, t.Value));
        var report = Deliver(lab, model, again);
        if (Error(report) is { } error) return (-1, "delivered again: " + error);
        foreach (var (table, sql) in TablesOf(model))
        {
            var now = Content(lab, sql);
            for (var i = 0; i < histories.Count; i++)
            {
                if (!content[table][i].SequenceEqual(now[i], StringComparer.Ordinal))
                {
                    return (i, $"{table} after the last delivery came again\nbefore:\n{string.Join('\n', content[table][i])}\nafter:\n{string.Join('\n', now[i])}");
                }
            }

            if (platform.IsCounted(table) && Counters.Idle(LoadOf(report, table)) is { } written) return (-1, "delivered again: " + written);
        }

        var entry = report.Loads.Single(l => l.Target.ToString() == platform.Entry);
        return platform.IsCounted(entry.Target.Name) && Counters.Idle(entry) is { } staged ? (-1, "delivered again: " + staged) : null;
    }

    private IReadOnlyList<string> Expected(string table, int history) => Told.GetOrCreateValue(histories).GetOrAdd(
        (platform, table, history, delivered[history].Count), _ => [.. platform.Expected(table, delivered[history]).Order(StringComparer.Ordinal)]);

    private static LoadReport LoadOf(RunReport report, string table) => report.Loads.Single(l => l.Target.Name == table);

    // The columns that the query shows, as the rows have them.
    private static List<string> Columns(string sql)
    {
        var columns = sql["SELECT ".Length..sql.IndexOf(" FROM ", StringComparison.Ordinal)].Split(", ").ToList();
        columns.RemoveAt(1);
        return columns;
    }

    private List<string>[] Content(LoadLab lab, string sql) =>
        [.. ByHistory(lab.Values(sql)).Select(rows => rows.Select(r => $"{r.SurrogateKey} {r}").Order(StringComparer.Ordinal).ToList())];

    private IReadOnlyList<TableRow>[] ByHistory(IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var histories = new List<TableRow>[delivered.Length];
        for (var i = 0; i < histories.Length; i++) histories[i] = [];
        foreach (var row in rows)
        {
            var key = Convert.ToInt32(row[0], CultureInfo.InvariantCulture);
            var surrogate = row[1] is null ? (long?)null : Convert.ToInt64(row[1], CultureInfo.InvariantCulture);
            histories[key / Platform.Keys].Add(new(surrogate, [key % Platform.Keys, .. row.Skip(2)]));
        }

        return histories;
    }

    private Dictionary<string, string> TablesOf(int model) => platform.TablesOf(model).Where(t => isJudged?.Invoke(t.Key) != false).ToDictionary();

    private string Line(int model, Delivered row, int history) => string.Join(',', platform.FieldsOf(model).Select(column =>
        platform.KeyColumns.Contains(column) && row[column] is { } value
            ? (history * Platform.Keys + int.Parse(value, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)
            : row[column]));
}
