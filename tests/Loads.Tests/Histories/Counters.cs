using Pipeline.Engine.Reports;

namespace Loads.Tests.Histories;

/// <summary>Holds the counters of a load to what it did to its table: what is the same stays untouched, and what isn't is written once by each statement that has to.</summary>
internal static class Counters
{
    /// <param name="load">The load's report.</param>
    /// <param name="columns">The table's columns, the key first, without the surrogate key; of a history the last two are begin and end.</param>
    /// <param name="latest">Those which show on every version what the member is now: a statement of its own writes them.</param>
    /// <param name="before">The rows before the run, by history.</param>
    /// <param name="after">The same after it.</param>
    /// <returns>What was counted otherwise; null where nothing was.</returns>
    public static string? Wrong(LoadReport load, IReadOnlyList<string> columns, IReadOnlyList<string> latest, IReadOnlyList<TableRow>[] before, IReadOnlyList<TableRow>[] after)
    {
        var (old, now) = (ByIdentity(before), ByIdentity(after));
        var stayed = old.Where(r => now.ContainsKey(r.Key)).Select(r => (Old: r.Value, Now: now[r.Key])).ToList();
        var own = Enumerable.Range(0, columns.Count).Where(i => !latest.Contains(columns[i]) && columns[i] is not ("IS_CURRENT" or "VALID_TO")).ToList();
        var shown = Enumerable.Range(0, columns.Count).Where(i => latest.Contains(columns[i])).ToList();
        var closed = stayed.Count(r => IsClosed(r.Old, r.Now));
        var updated = stayed.Count(r => own.Any(i => Differs(r.Old, r.Now, i)) || (columns[^1] == "VALID_TO" && !IsClosed(r.Old, r.Now) && Differs(r.Old, r.Now, columns.Count - 1)))
            + stayed.Count(r => shown.Any(i => Differs(r.Old, r.Now, i)));

        // What is opened before the last version of its member is opened with its own values first.
        var opened = shown.Count == 0 ? 0 : now.Where(r => !old.ContainsKey(r.Key)).Count(r => now.Any(l => l.Key.Item1 == r.Key.Item1 && Equals(l.Value.Values[0], r.Value.Values[0]) && IsLater(l.Value, r.Value)));
        var twice = Math.Clamp((int)load.RowsUpdated - updated, 0, opened);
        var (did, said) = ((now.Count - stayed.Count, updated + twice, closed, old.Count - stayed.Count), (load.RowsInserted, load.RowsUpdated, load.RowsClosed, load.RowsDeleted));
        return did == said ? null : $"{load.Target}: inserted, updated, closed and deleted were {did}, the load says {said}";

        bool IsLater(TableRow row, TableRow than) => (DateTime)row.Values[^2]! > (DateTime)than.Values[^2]!;

        bool IsClosed(TableRow was, TableRow row) => columns[^1] == "VALID_TO" && was.Values[^1] is null && row.Values[^1] is not null;
    }

    /// <summary>What a load wrote that had nothing to write; null where nothing.</summary>
    public static string? Idle(LoadReport load) => load.RowsInserted + load.RowsUpdated + load.RowsClosed + load.RowsDeleted + load.RowsInferred + load.RowsRekeyed == 0
        ? null : $"{load.Target}: rows were written that are the same";

    private static Dictionary<(int, object?), TableRow> ByIdentity(IReadOnlyList<TableRow>[] rows) =>
        rows.SelectMany((h, i) => h.Select(r => (Key: (i, r.SurrogateKey ?? r.Values[0]), Row: r))).ToDictionary(r => r.Key, r => r.Row);

    private static bool Differs(TableRow old, TableRow now, int column) => !Equals(old.Values[column], now.Values[column]);
}
