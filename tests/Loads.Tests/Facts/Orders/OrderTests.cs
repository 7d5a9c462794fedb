using CsCheck;

namespace Loads.Tests.Facts.Orders;

/// <summary>An accumulating snapshot: milestones arrive in any order, several in a run, and stay.</summary>
public sealed class OrderTests
{
    private const string Header = "order_id,happened_at,status,paid_at,shipped_at";

    private static readonly long Histories = long.Parse(Environment.GetEnvironmentVariable("PIPELINE_HISTORIES") ?? "20");

    // One event per order and minute, so that what an event says doesn't depend on which of two came last.
    internal static readonly Gen<OrderEvent[][]> Deliveries =
        from events in (
            from order in Gen.Int[1, 2]
            from minute in Gen.Int[1, 9]
            from status in Gen.Int[0, 2].Select(i => new[] { "PLACED", "PAID", "SHIPPED" }[i])
            from paid in Gen.Int[0, 3].Select(i => i == 0 ? (int?)i : null)
            from shipped in Gen.Int[0, 6].Select(i => i < 3 ? (int?)i : i == 3 ? 1000 : null)
            select new OrderEvent(order, minute, status, paid is null ? null : minute, shipped)).Array[1, 14]
        from runs in Gen.Int[0, 4].Array[events.Length]
        select events.DistinctBy(e => (e.Order, e.Minute)).Select((e, i) => (Event: e, Run: runs[i])).GroupBy(e => e.Run).Select(g => g.Select(e => e.Event).ToArray()).ToArray();

    [Fact]
    public void Orders_hold_the_last_state_and_every_milestone_however_events_arrive() => Deliveries.Sample(
        deliveries =>
        {
            using var run = new FactRun("ORDERS");
            for (var i = 0; i < deliveries.Length; i++)
            {
                Deliver(run, deliveries[i]);
                Assert.Equal(OrderEvent.Facts(deliveries.Take(i + 1).SelectMany(d => d)), Facts(run));
            }
        },
        iter: Histories, threads: 1,
        print: d => string.Join('\n', d.Select((events, i) => $"delivery {i + 1}\n" + string.Join('\n', events.Select(e => "  " + e.Line)))));

    [Fact]
    public void Milestone_is_not_unset_by_an_event_that_leaves_it_out()
    {
        using var run = new FactRun("ORDERS");
        Deliver(run, new OrderEvent(1, 1, "PAID", 1, null));
        Deliver(run, new OrderEvent(1, 2, "SHIPPED", null, 3));

        Assert.Equal(["O1 | SHIPPED | 2024-03-01 00:01 | 20240304 | 2024-03-01 00:02"], Facts(run));
        Assert.Equal(1, run.Number("SELECT COUNT(*) FROM ORDERS.FACT_ORDERS"));
    }

    [Fact]
    public void Late_milestone_is_kept_and_the_state_stays_the_last()
    {
        using var run = new FactRun("ORDERS");
        Deliver(run, new OrderEvent(1, 5, "SHIPPED", null, 3));
        Deliver(run, new OrderEvent(1, 2, "PAID", 2, null));

        Assert.Equal(["O1 | SHIPPED | 2024-03-01 00:02 | 20240304 | 2024-03-01 00:05"], Facts(run));
    }

    [Fact]
    public void Milestone_on_a_day_that_the_calendar_lacks_is_unknown_and_not_still_to_come_however_its_events_arrive()
    {
        using var run = new FactRun("ORDERS");
        Deliver(run, new OrderEvent(1, 1, "PLACED", null, null));
        Deliver(run, new OrderEvent(1, 2, "SHIPPED", null, 1000));
        Deliver(run, new OrderEvent(2, 1, "PLACED", null, null), new OrderEvent(2, 2, "SHIPPED", null, 1000));

        Assert.Equal(["O1 | SHIPPED |  | -1 | 2024-03-01 00:02", "O2 | SHIPPED |  | -1 | 2024-03-01 00:02"], Facts(run));
    }

    [Fact]
    public void Replay_changes_nothing()
    {
        using var run = new FactRun("ORDERS");
        OrderEvent[] events = [new(1, 1, "PAID", 1, null), new(1, 2, "SHIPPED", null, 3)];
        Deliver(run, events);

        var load = Deliver(run, events).Loads.Single(l => l.Target.Name == "FACT_ORDERS");

        Assert.Equal((0L, 0L), (load.RowsInserted, load.RowsUpdated));
    }

    [Fact]
    public void Fact_without_a_measure_holds_each_of_its_grain_once_and_sets_aside_what_no_grain_can_be()
    {
        using var run = new FactRun("ORDERS");

        run.Deliver(("promotions", "promotion,day", ["SUMMER,2024-06-01", "SUMMER,2024-06-01", "SUMMER,2030-01-01", "WINTER,", "WINTER,2024-12-01"]));

        Assert.Equal(["SUMMER | 20240601", "WINTER | 20241201"], run.Rows("SELECT PROMOTION, DATE_KEY FROM ORDERS.FACT_PROMOTIONS ORDER BY 1"));
        Assert.Equal(
            ["DATE_KEY lookup | ORDERS.DIM_DATE has no such member", "DATE_KEY lookup | ORDERS.DIM_DATE has no such member"],
            run.Rows("SELECT RULE, REASON FROM ORDERS.REJECTED_FACT_PROMOTIONS"));
    }

    internal static Pipeline.Engine.Reports.RunReport Deliver(FactRun run, params OrderEvent[] events) => run.Deliver(("orders", Header, events.Select(e => e.Line)));

    internal static string[] Facts(FactRun run) => run.Rows("SELECT ORDER_ID, STATUS, PAID_AT, SHIPPED_DATE_KEY, LAST_EVENT_AT FROM ORDERS.FACT_ORDERS ORDER BY 1");
}
