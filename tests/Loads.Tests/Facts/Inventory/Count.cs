using System.Globalization;

namespace Loads.Tests.Facts.Inventory;

/// <summary>How many of an item a shop had on a day, or that this count is taken back.</summary>
internal sealed record Count(string Item, string Shop, int Day, int OnHand, bool IsTakenBack)
{
    private static readonly DateOnly First = new(2024, 5, 1);

    /// <summary>The last day of the calendar; a later count is set aside.</summary>
    public static readonly int LastDay = new DateOnly(2024, 12, 31).DayNumber - First.DayNumber;

    public string Line => string.Join(',', Item, Shop, Text(Day), OnHand.ToString(CultureInfo.InvariantCulture), IsTakenBack ? "true" : "");

    public static DateTime RunOf(int day) => First.AddDays(day).ToDateTime(new(22, 0));

    /// <summary>What the snapshot holds after the run of a day, from all counts at once: each count on its day, and what was counted last on every day after.</summary>
    public static string[] Snapshot(IEnumerable<Count> arrived, int runDay)
    {
        var rows = new List<string>();
        foreach (var key in Last(arrived).Values.Where(c => c.Day <= LastDay).GroupBy(c => (c.Item, c.Shop)))
        {
            var own = key.ToDictionary(c => c.Day, c => c.OnHand);
            for (var day = own.Keys.Min(); day <= Math.Max(runDay, own.Keys.Max()); day++)
            {
                if (day > runDay && !own.ContainsKey(day)) continue;
                var last = own.Keys.Where(d => d <= day).Max();
                rows.Add($"{key.Key.Item} | {key.Key.Shop} | {Text(day)} | {Text(day).Replace("-", "", StringComparison.Ordinal)} | {own[last]} | {(last == day ? "False" : "True")}");
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }

    /// <summary>The counts that hold: of each what arrived last, unless it was taken back.</summary>
    public static Dictionary<(string Item, string Shop, int Day), Count> Last(IEnumerable<Count> arrived)
    {
        var counts = new Dictionary<(string Item, string Shop, int Day), Count>();
        foreach (var count in arrived)
        {
            if (count.IsTakenBack) counts.Remove((count.Item, count.Shop, count.Day));
            else counts[(count.Item, count.Shop, count.Day)] = count;
        }

        return counts;
    }

    private static string Text(int day) => First.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
