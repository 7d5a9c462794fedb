using System.Globalization;
using CsCheck;
using Loads.Tests.Facts;
using Loads.Tests.Facts.Inventory;
using Pipeline.Catalog;
using Pipeline.Testing;

namespace Loads.Tests.Mutations;

/// <summary>Positions of items, carried forward: of a table that each run writes anew, and of one that is merged, so that its stream shows what differs alone.</summary>
internal sealed class InventoryBench() : FactBench("inventory", "INVENTORY", "FACT_INVENTORY")
{
    public override string Tried => "inventory/";

    private const int Histories = 30;

    // How many days after the last run each run is.
    private static readonly int[] Days = [0, 1, 0, 2, 1, 0, 1];

    private static readonly Gen<Delivery> Deliveries =
        from counts in (
            from item in Gen.Int[1, 2].Select(i => "I" + i)
            from shop in Gen.Int[1, 2].Select(i => "S" + i)
            from day in Gen.Frequency((9, Gen.Int[0, 5]), (3, Gen.Int[6, 9]), (1, Gen.Const(Count.LastDay + 1)))
            from onHand in Gen.Int[0, 3]
            from isTakenBack in Gen.Frequency((2, Gen.Const(false)), (1, Gen.Const(true)))
            select new Count(item, shop, day, onHand, isTakenBack)).Array[0, 3]
        from item in Gen.Int[1, 8]
        select new Delivery(counts, item > 2 ? [] : ["I" + item.ToString(CultureInfo.InvariantCulture)]);

    private const string Rejected = "SELECT RULE, REASON, RECORD->>'ITEM_ID', RECORD->>'SHOP', RECORD->>'ON_HAND' FROM INVENTORY.REJECTED_FACT_INVENTORY";

    private static readonly Delivery[] Told = SideBySide(Generated(Deliveries.Array[Days.Length], Histories));

    // Alone in a database, what is asked of the wrong item finds none: here nothing but the run's day decides how far an item that isn't at hand is carried.
    private static readonly Delivery[] Alone =
    [
        new([new("I1", "S1", 1, 10, false), new("I2", "S1", 2, 20, false)], []), new([new("I1", "S1", 3, 11, false), new("I3", "S1", Count.LastDay + 1, 1, false)], []), new([new("I1", "S2", 2, 1, false)], ["I1"]),
        new([new("I1", "S1", 1, 0, true), new("I3", "S1", Count.LastDay + 1, 1, true)], []), new([new("I2", "S1", 2, 21, false), new("I1", "S1", 1, 9, false)], []), new([new("I1", "S2", 2, 0, true)], []),
        new([new("I2", "S1", 8, 22, false), new("I1", "S1", 3, 0, true)], []),
    ];

    private static readonly CompiledCatalog Merged = ModelText.Compile(MergedModel());

    private static readonly LoweredLoad Sound = LoadLowering.All(FactModel.Of("INVENTORY")).Single(l => l.Target.Name == "FACT_INVENTORY");

    protected override string? Failure(Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials)
    {
        // The two models have the load in common.
        LoweredLoad InMerged(LoweredLoad load) => load.Target.Name == "FACT_INVENTORY" ? rewrite?.Invoke(Sound) ?? Sound : load;
        return Failure(Merged, InMerged, isJudged, trials, (run, _) => Tell(run, Alone, isMerged: true))
            ?? Failure(Merged, InMerged, isJudged, trials, (run, _) => Tell(run, Told, isMerged: true))
            ?? base.Failure(rewrite, isJudged, trials);
    }

    protected override void Tell(FactRun run, Func<string, bool> isJudged) => Tell(run, Told, isMerged: false);

    private void Tell(FactRun run, Delivery[] told, bool isMerged)
    {
        var day = 4;
        var arrived = new List<Count>();
        var known = new Dictionary<(string, string, int), Count>();
        var (names, rejected) = (new SortedDictionary<string, string>(StringComparer.Ordinal), new List<string>());
        for (var i = 0; i < Days.Length; i++)
        {
            day += Days[i];
            arrived.AddRange(told[i].Counts);
            var now = Count.Last(arrived);
            rejected.AddRange(now.Values.Where(c => c.Day > Count.LastDay && !(known.TryGetValue((c.Item, c.Shop, c.Day), out var was) && was.OnHand == c.OnHand))
                .Select(c => $"DAY_KEY lookup | INVENTORY.DIM_DAY has no such member | {c.Item} | {c.Shop} | {c.OnHand}"));
            foreach (var item in told[i].Items) names[item] = $"Number {item} | False";
            foreach (var count in now.Values.Where(c => c.Day <= Count.LastDay)) names.TryAdd(count.Item, "UNKNOWN | True");
            known = now;

            var (today, snapshot) = (day, Count.Snapshot(arrived, day));
            run.Step(() => Deliver(run, today, i, told[i]), (_, _) =>
            {
                Assert.Equal(snapshot, InventoryTests.Snapshot(run));
                Assert.Equal(names.Select(n => $"{n.Key} | {n.Value}"), run.Rows("SELECT ITEM_ID, ITEM_NAME, IS_INFERRED FROM INVENTORY.DIM_ITEM WHERE ITEM_KEY > 0").Order(StringComparer.Ordinal));
                if (isMerged) Assert.Equal(rejected.Order(StringComparer.Ordinal), run.Rows(Rejected).Order(StringComparer.Ordinal));
            });
            AssertRejectsKept(run);
        }

        run.Step(() => Deliver(run, day, Days.Length, new([], [])), (loads, _) => AssertQuiet(loads));
        Assert.Equal(Count.Snapshot(arrived, day), InventoryTests.Snapshot(run));

        // All is carried over a day of which nothing is told.
        run.Step(() => Deliver(run, day + 1, 0, new([], [])), (_, _) => Assert.Equal(Count.Snapshot(arrived, day + 1), InventoryTests.Snapshot(run)));
    }

    private static Pipeline.Engine.Reports.RunReport Deliver(FactRun run, int day, int minutes, Delivery delivery) => run.Deliver(
        Count.RunOf(day).AddMinutes(minutes),
        ("counts", "item_id,shop,day,on_hand,is_deleted", delivery.Counts.Select(c => c.Line)),
        ("items", "item_id,item_name", delivery.Items.Select(i => $"{i},Number {i}")));

    private static Delivery[] SideBySide(IReadOnlyList<Delivery[]> histories) => [.. Enumerable.Range(0, Days.Length).Select(round => new Delivery(
        [.. histories.SelectMany((h, i) => h[round].Counts.Select(c => c with { Item = $"{c.Item}-{i}" }))],
        [.. histories.SelectMany((h, i) => h[round].Items.Select(item => $"{item}-{i}"))]))];

    // The counts that hold go by a table of their own into the one that the fact reads.
    private static string MergedModel()
    {
        var lines = File.ReadAllLines(RepositoryRoot.File("tests", "FactKinds", "Inventory.cs")).Where(l => !l.StartsWith("using ", StringComparison.Ordinal) && !l.StartsWith("namespace ", StringComparison.Ordinal));
        var anew = string.Join('\n', lines).Replace("${s3.root}", "s3://facts", StringComparison.Ordinal)
            .Replace("Runs<CountsNow>", "Runs<CountsRead>, Runs<CountsNow>", StringComparison.Ordinal);
        const string Begin = "/// <summary>The counts that hold", End = "[Stream] public sealed class CountsNowStream";
        var (from, to) = (anew.IndexOf(Begin, StringComparison.Ordinal), anew.IndexOf(End, StringComparison.Ordinal));
        return $$"""
            [Schema] public sealed class Inventory;
            [Warehouse] public sealed class TransformWh;
            public abstract class LandedRow
            {
                [FromFile(FileFact.Name)] public string FileName { get; init; }
                [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
                [LoadTime] public DateTime LoadedAt { get; init; }
            }
            {{anew[..from]}}
            {{anew[from..to].Replace("CountsNow", "CountsRead", StringComparison.Ordinal)}}
            [Stream] public sealed class CountsReadStream : Stream<CountsRead>;

            [Table<Inventory>(Deletes = Deletes.Remove)]
            public sealed class CountsNow
            {
                [BusinessKey] public string ItemId { get; init; }
                [BusinessKey] public string Shop { get; init; }
                [BusinessKey] public DateOnly Day { get; init; }
                public int OnHand { get; init; }

                [Load] internal static Query<CountsNow> FromRead(CountsReadStream counts) =>
                    from c in counts select new CountsNow { ItemId = c.ItemId, Shop = c.Shop, Day = c.Day, OnHand = c.OnHand };
            }

            {{anew[to..]}}
            """;
    }

    private sealed record Delivery(Count[] Counts, string[] Items);
}
