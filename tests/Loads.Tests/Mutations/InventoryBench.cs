using CsCheck;
using Loads.Tests.Facts;
using Loads.Tests.Facts.Inventory;

namespace Loads.Tests.Mutations;

/// <summary>Positions of items, carried forward.</summary>
internal sealed class InventoryBench() : FactBench("inventory", "INVENTORY", "FACT_INVENTORY")
{
    private const int Histories = 30;

    // How many days after the last run each run is.
    private static readonly int[] Days = [0, 1, 0, 2, 1, 0];

    private static readonly IReadOnlyList<Count[][]> Told = Generated(InventoryTests.Counts.Array[Days.Length], Histories);

    protected override void Tell(FactRun run)
    {
        var day = 4;
        var arrived = new List<Count>();
        for (var i = 0; i < Days.Length; i++)
        {
            day += Days[i];
            Count[] counts = [.. Told.SelectMany((h, number) => h[i].Select(c => c with { Item = $"{c.Item}-{number}" }))];
            arrived.AddRange(counts);
            InventoryTests.Deliver(run, day, counts, i);
            Assert.Equal(Count.Snapshot(arrived, day), InventoryTests.Snapshot(run));
        }

        AssertQuiet(InventoryTests.Deliver(run, day, [], Days.Length));
        Assert.Equal(Count.Snapshot(arrived, day), InventoryTests.Snapshot(run));
    }
}
