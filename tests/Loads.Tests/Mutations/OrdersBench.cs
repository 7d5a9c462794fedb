using Loads.Tests.Facts;
using Loads.Tests.Facts.Orders;
using Pipeline.Catalog;

namespace Loads.Tests.Mutations;

/// <summary>Orders as they pass their milestones.</summary>
internal sealed class OrdersBench() : FactBench("orders", "ORDERS", "FACT_ORDERS")
{
    private const int Histories = 60;

    private static readonly OrderEvent[][] Told = SideBySide(Generated(OrderTests.Deliveries, Histories));

    public override string Tried => "orders/";

    // Alone in a database what is asked of the wrong order finds none.
    private static readonly OrderEvent[][] Lone = [[new(1, 5, "SHIPPED", null, 3)], [new(1, 2, "PAID", 2, null)], [new(1, 7, "SHIPPED", null, 4)], [new(1, 4, "PAID", 4, null)]];

    public override bool IsSound(Func<LoweredLoad, LoweredLoad>? rewrite) => IsSound(rewrite, run => Tell(run, Lone)) && base.IsSound(rewrite);

    protected override void Tell(FactRun run) => Tell(run, Told);

    private void Tell(FactRun run, OrderEvent[][] told)
    {
        for (var i = 0; i < told.Length; i++)
        {
            OrderTests.Deliver(run, told[i]);
            Assert.Equal(OrderEvent.Facts(told.Take(i + 1).SelectMany(d => d)), OrderTests.Facts(run));
        }

        AssertQuiet(OrderTests.Deliver(run, told[^1]));
        Assert.Equal(OrderEvent.Facts(told.SelectMany(d => d)), OrderTests.Facts(run));
    }

    private static OrderEvent[][] SideBySide(IReadOnlyList<OrderEvent[][]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length))
        .Select(round => histories.SelectMany((h, i) => round < h.Length ? h[round].Select(e => e with { Order = e.Order + 10 * i }) : []).ToArray())];
}
