using CsCheck;
using Loads.Tests.Facts;
using Loads.Tests.Facts.Orders;
using Pipeline.Catalog;

namespace Loads.Tests.Mutations;

/// <summary>Orders as they pass their milestones.</summary>
internal sealed class OrdersBench() : FactBench("orders", "ORDERS", "FACT_ORDERS")
{
    private const int Histories = 60;

    private static readonly OrderEvent[][] Told = SideBySide(Generated(Corrected, Histories));

    // An event may come again in a later delivery, and say another state or day.
    private static Gen<OrderEvent[][]> Corrected => OrderTests.Deliveries.SelectMany(told => Gen.Select(Gen.Int[0, 20], Gen.Int[0, 2], Gen.Int[0, 4]).Array[0, 2].Select(turns => turns.Aggregate(told, Correct)));

    public override string Tried => "orders/";

    // Alone in a database what is asked of the wrong order finds none.
    private static readonly OrderEvent[][] Lone = [[new(1, 5, "SHIPPED", null, 3)], [new(1, 2, "PAID", 2, null)], [new(1, 7, "SHIPPED", null, 4)], [new(1, 4, "PAID", 4, null)]];

    protected override string? Failure(Func<LoweredLoad, LoweredLoad>? rewrite, Func<string, bool> isJudged, Trials? trials) =>
        Failure(Catalog, rewrite, isJudged, trials, (run, _) => Tell(run, Lone)) ?? base.Failure(rewrite, isJudged, trials);

    protected override void Tell(FactRun run, Func<string, bool> isJudged) => Tell(run, Told);

    private void Tell(FactRun run, OrderEvent[][] told)
    {
        for (var i = 0; i < told.Length; i++)
        {
            var facts = OrderEvent.Facts(told[..(i + 1)].SelectMany(d => d));
            run.Step(() => OrderTests.Deliver(run, told[i]), (_, _) => Assert.Equal(facts, OrderTests.Facts(run)));
        }

        run.Step(() => OrderTests.Deliver(run, told[^1]), (loads, _) => AssertQuiet(loads));
        Assert.Equal(OrderEvent.Facts(told.SelectMany(d => d)), OrderTests.Facts(run));
    }

    private static OrderEvent[][] Correct(OrderEvent[][] told, (int Event, int Status, int Day) turn)
    {
        var events = told.SelectMany(d => d).ToList();
        var again = events.Last(e => (e.Order, e.Minute) == (events[turn.Event % events.Count].Order, events[turn.Event % events.Count].Minute));
        return [.. told, [again with { Status = new[] { "PLACED", "PAID", "SHIPPED" }[turn.Status], ShippedDay = again.ShippedDay is null && turn.Day > 1 ? null : turn.Day }]];
    }

    private static OrderEvent[][] SideBySide(IReadOnlyList<OrderEvent[][]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length))
        .Select(round => histories.SelectMany((h, i) => round < h.Length ? h[round].Select(e => e with { Order = e.Order + 10 * i }) : []).ToArray())];
}
