using System.Globalization;
using Loads.Tests.Cases;
using Xunit.Abstractions;

namespace Loads.Tests.Histories;

/// <summary>Dimensions over the state of a source, as seen at each run: rows change their values and their keys, and change places.</summary>
public sealed class ObservedTests(ITestOutputHelper output)
{
    private static readonly string[] Customers = ["ann", "bob", "eve", "kim", "lee"];
    private static readonly string[] Segments = ["GOLD", "SILVER", "BRONZE"];

    [Fact]
    public void Any_changes_of_values_and_keys_give_what_was_seen_at_each_run()
    {
        var seed = Environment.GetEnvironmentVariable("PIPELINE_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.TickCount;
        output.WriteLine($"PIPELINE_SEED={seed}");
        var random = new Random(seed);
        var histories = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_OBSERVED") ?? "8", CultureInfo.InvariantCulture);
        for (var history = 0; history < histories; history++) Check(random, seed);
    }

    private static void Check(Random random, int seed)
    {
        using var lab = new LoadLab(StreamCaseTests.Observed);
        var state = new SortedDictionary<string, (string Customer, string Segment)>(StringComparer.Ordinal);
        var versions = new List<(string Customer, string Segment, int From, int? To)>();
        var told = new List<string>();
        for (var hour = 1; hour <= 6; hour++)
        {
            var changed = Change(random, state);
            told.Add(string.Join("; ", changed));
            lab.Deliver("rows/#.csv", changed.Prepend("ROW_ID,CUSTOMER,SEGMENT"));
            See(versions, state.Values.ToDictionary(s => s.Customer, s => s.Segment, StringComparer.Ordinal), hour);

            var now = state.Values.Order().Select(s => $"{s.Customer} | {s.Segment}");
            var history = versions.OrderBy(v => (v.Customer, v.From)).Select(v => FormattableString.Invariant($"{v.Customer} | {v.Segment} | {v.From:d2} | {(v.To is { } to ? to.ToString("d2", CultureInfo.InvariantCulture) : "-")}"));
            var wrong = $"PIPELINE_SEED={seed}\n{string.Join('\n', told)}";
            Assert.True(string.Join('\n', now) == StreamCaseTests.Now(lab), $"{wrong}\nnow: {StreamCaseTests.Now(lab)}");
            Assert.True(string.Join('\n', history) == StreamCaseTests.History(lab), $"{wrong}\nexpected\n{string.Join('\n', history)}\nactual\n{StreamCaseTests.History(lab)}");
        }
    }

    // Some rows get other customers, so that no two have the same, and other segments; some are told again as they are.
    private static List<string> Change(Random random, SortedDictionary<string, (string Customer, string Segment)> state)
    {
        var taken = random.GetItems(["1", "2", "3"], random.Next(4)).Distinct().ToList();
        var free = Customers.Except(state.Where(s => !taken.Contains(s.Key)).Select(s => s.Value.Customer)).ToArray();
        random.Shuffle(free);
        for (var i = 0; i < taken.Count; i++)
        {
            var customer = state.TryGetValue(taken[i], out var before) && random.Next(3) == 0 && !free.Take(i).Contains(before.Customer) && Array.IndexOf(free, before.Customer) is var at
                ? Swap(free, i, at)
                : free[i];
            state[taken[i]] = (customer, Segments[random.Next(Segments.Length)]);
        }

        return [.. taken.Select(row => $"{row},{state[row].Customer},{state[row].Segment}")];
    }

    private static string Swap(string[] free, int place, int at)
    {
        (free[place], free[at]) = (free[at], free[place]);
        return free[place];
    }

    private static void See(List<(string Customer, string Segment, int From, int? To)> versions, Dictionary<string, string> state, int hour)
    {
        for (var i = 0; i < versions.Count; i++)
        {
            if (versions[i].To is null && (!state.TryGetValue(versions[i].Customer, out var segment) || segment != versions[i].Segment)) versions[i] = versions[i] with { To = hour };
        }

        foreach (var (customer, segment) in state)
        {
            if (!versions.Any(v => v.Customer == customer && v.To is null)) versions.Add((customer, segment, hour, null));
        }
    }
}
