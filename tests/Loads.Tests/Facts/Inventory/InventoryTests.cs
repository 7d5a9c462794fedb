using CsCheck;

namespace Loads.Tests.Facts.Inventory;

/// <summary>A periodic snapshot: positions are carried forward, late ones replace what was carried, those taken back leave it to the one before.</summary>
public sealed class InventoryTests
{
    private static readonly long Histories = long.Parse(Environment.GetEnvironmentVariable("PIPELINE_HISTORIES") ?? "16");

    internal static readonly Gen<Count[]> Counts = (
        from item in Gen.Int[1, 2].Select(i => "I" + i)
        from shop in Gen.Int[1, 2].Select(i => "S" + i)
        from day in Gen.Int[0, 9]
        from onHand in Gen.Int[0, 3]
        from isTakenBack in Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true)))
        select new Count(item, shop, day, onHand, isTakenBack)).Array[0, 4];

    // Some runs skip days, some days have several runs, some counts are of days to come.
    private static readonly Gen<(int Days, Count[] Counts)[]> Runs = (
        from days in Gen.Int[0, 2]
        from counts in Counts
        select (days, counts)).Array[1, 6];

    [Fact]
    public void Every_day_has_the_last_position_before_it_however_late_positions_come() => Runs.Sample(
        runs =>
        {
            using var run = new FactRun("INVENTORY");
            var (day, minutes) = (4, 0);
            var arrived = new List<Count>();
            foreach (var (days, counts) in runs)
            {
                day += days;
                arrived.AddRange(counts);
                Deliver(run, day, counts, minutes++);
                Assert.Equal(Count.Snapshot(arrived, day), Snapshot(run));
            }
        },
        iter: Histories, threads: 1,
        print: runs => string.Join('\n', runs.Select(r => $"run {r.Days} days later\n" + string.Join('\n', r.Counts.Select(c => "  " + c.Line)))));

    [Fact]
    public void Late_position_rewrites_the_days_after_it_up_to_the_next_position()
    {
        using var run = new FactRun("INVENTORY");
        Deliver(run, 6, [new("I1", "S1", 1, 10, false), new("I1", "S1", 5, 50, false)]);
        Deliver(run, 6, [new("I1", "S1", 3, 30, false)], minutes: 1);

        Assert.Equal(
            ["2024-05-02 | 10 | False", "2024-05-03 | 10 | True", "2024-05-04 | 30 | False", "2024-05-05 | 30 | True", "2024-05-06 | 50 | False", "2024-05-07 | 50 | True"],
            run.Rows("SELECT DAY, ON_HAND, IS_CARRIED FROM INVENTORY.FACT_INVENTORY ORDER BY 1"));
    }

    [Fact]
    public void Quiet_days_are_carried_by_the_next_run()
    {
        using var run = new FactRun("INVENTORY");
        Deliver(run, 1, [new("I1", "S1", 1, 10, false)]);

        var load = Deliver(run, 4, []).Loads.Single(l => l.Target.Name == "FACT_INVENTORY");

        Assert.Equal(3, load.RowsInserted);
        Assert.Equal(["2024-05-02 | 10 | False", "2024-05-03 | 10 | True", "2024-05-04 | 10 | True", "2024-05-05 | 10 | True"],
            run.Rows("SELECT DAY, ON_HAND, IS_CARRIED FROM INVENTORY.FACT_INVENTORY ORDER BY 1"));
    }

    [Fact]
    public void Items_that_no_one_knows_yet_are_not_one_row()
    {
        using var run = new FactRun("INVENTORY");

        Deliver(run, 1, [new("I1", "S1", 1, 10, false), new("I2", "S1", 1, 20, false)]);

        Assert.Equal(["I1 | 10 | True", "I2 | 20 | True"], run.Rows(
            "SELECT i.ITEM_ID, f.ON_HAND, i.IS_INFERRED FROM INVENTORY.FACT_INVENTORY f JOIN INVENTORY.DIM_ITEM i ON i.ITEM_KEY = f.ITEM_KEY ORDER BY 1"));
    }

    [Fact]
    public void Case23_Inferred_member_is_filled_in_place_and_its_facts_keep_their_key()
    {
        using var run = new FactRun("INVENTORY");
        Deliver(run, 1, [new("I1", "S1", 1, 10, false)]);
        var key = run.Number("SELECT ITEM_KEY FROM INVENTORY.FACT_INVENTORY");

        run.Deliver(Count.RunOf(1).AddMinutes(1), ("items", "item_id,item_name", ["I1,Kettle"]));

        Assert.Equal([$"{key} | Kettle | False"], run.Rows("SELECT ITEM_KEY, ITEM_NAME, IS_INFERRED FROM INVENTORY.DIM_ITEM WHERE ITEM_ID = 'I1'"));
        Assert.Equal(key, run.Number("SELECT ITEM_KEY FROM INVENTORY.FACT_INVENTORY"));
    }

    internal static Pipeline.Engine.Reports.RunReport Deliver(FactRun run, int day, Count[] counts, int minutes = 0) =>
        run.Deliver(Count.RunOf(day).AddMinutes(minutes), ("counts", "item_id,shop,day,on_hand,is_deleted", counts.Select(c => c.Line)));

    internal static string[] Snapshot(FactRun run) => [.. run.Rows("""
        SELECT i.ITEM_ID, f.SHOP, f.DAY, f.DAY_KEY, f.ON_HAND, f.IS_CARRIED
        FROM INVENTORY.FACT_INVENTORY f JOIN INVENTORY.DIM_ITEM i ON i.ITEM_KEY = f.ITEM_KEY
        """).Order(StringComparer.Ordinal)];
}
