namespace Loads.Tests.Histories;

/// <summary>Makes a failing history as short as it can be and still fail: fewer deliveries, fewer rows, fewer values.</summary>
public static class Shortest
{
    public static Delivered[][] Of(Platform platform, Delivered[][] history)
    {
        for (var shorter = Next(platform, history); shorter is not null; shorter = Next(platform, history)) history = shorter;
        return history;
    }

    private static Delivered[][]? Next(Platform platform, Delivered[][] history) =>
        Candidates(platform, history).FirstOrDefault(h => h.Length > 0 && platform.Holds(h) && new Shard(platform, [h]).FirstFailure() is not null);

    private static IEnumerable<Delivered[][]> Candidates(Platform platform, Delivered[][] history)
    {
        // Where each delivery meets a model of its own, none leaves its place.
        if (platform.Models.Count > 1)
        {
            if (history.Length > 1) yield return history[..^1];
            for (var i = 0; i < history.Length; i++)
            {
                if (history[i].Length > 0) yield return With(history, i, []);
            }
        }
        else
        {
            for (var i = 0; i < history.Length; i++) yield return [.. history[..i], .. history[(i + 1)..]];
            for (var i = 0; i + 1 < history.Length; i++) yield return [.. history[..i], [.. history[i], .. history[i + 1]], .. history[(i + 2)..]];
        }

        for (var i = 0; i < history.Length; i++)
        {
            for (var j = 0; j < history[i].Length; j++) yield return With(history, i, [.. history[i][..j], .. history[i][(j + 1)..]]);
        }

        // The first row that has another value in a column lends it: rows that are alike are read more easily.
        var first = history.SelectMany(b => b).FirstOrDefault();
        for (var i = 0; i < history.Length; i++)
        {
            for (var j = 0; j < history[i].Length; j++)
            {
                for (var c = 1; c < history[i][j].Values.Length; c++)
                {
                    var row = history[i][j];
                    if (row == first || row[c] == first![c] || string.CompareOrdinal(row[c], first[c]) < 0) continue;
                    yield return With(history, i, [.. history[i][..j], new([.. row.Values[..c], first[c], .. row.Values[(c + 1)..]]), .. history[i][(j + 1)..]]);
                }
            }
        }
    }

    private static Delivered[][] With(Delivered[][] history, int index, Delivered[] delivery) => [.. history[..index], delivery, .. history[(index + 1)..]];

    /// <summary>The history as a table: a row per line, its delivery first.</summary>
    public static string Table(Platform platform, Delivered[][] history)
    {
        var cells = history.SelectMany((rows, i) => rows.Select(r => r.Values.Select(v => v ?? "").Prepend((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray()))
            .Prepend([.. platform.Columns.Prepend("delivery")]).ToList();
        var widths = Enumerable.Range(0, cells[0].Length).Select(c => cells.Max(r => r[c].Length)).ToList();
        return string.Join('\n', cells.Select(r => string.Join(" | ", r.Select((v, c) => v.PadRight(widths[c]))).TrimEnd()));
    }
}
