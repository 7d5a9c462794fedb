using Loads.Tests.Facts;
using Loads.Tests.Facts.Orders;

namespace Loads.Tests.Mutations;

/// <summary>Orders as they pass their milestones.</summary>
internal sealed class OrdersBench() : FactBench("orders", "ORDERS", "FACT_ORDERS")
{
    private const int Histories = 60;

    private static readonly OrderEvent[][] Told = SideBySide(Generated(OrderTests.Deliveries, Histories));

    public override bool IsTried => true;

    protected override void Tell(FactRun run)
    {
        for (var i = 0; i < Told.Length; i++)
        {
            OrderTests.Deliver(run, Told[i]);
            Assert.Equal(OrderEvent.Facts(Told.Take(i + 1).SelectMany(d => d)), OrderTests.Facts(run));
        }

        AssertQuiet(OrderTests.Deliver(run, Told[^1]));
        Assert.Equal(OrderEvent.Facts(Told.SelectMany(d => d)), OrderTests.Facts(run));
    }

    private static OrderEvent[][] SideBySide(IReadOnlyList<OrderEvent[][]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length))
        .Select(round => histories.SelectMany((h, i) => round < h.Length ? h[round].Select(e => e with { Order = e.Order + 10 * i }) : []).ToArray())];
}
