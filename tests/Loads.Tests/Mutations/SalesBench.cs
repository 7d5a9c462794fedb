using Loads.Tests.Facts;
using Loads.Tests.Facts.Sales;

namespace Loads.Tests.Mutations;

/// <summary>Sales of customers with history, corrected and taken back.</summary>
internal sealed class SalesBench() : FactBench("sales", "SALES", "FACT_SALES", "FACT_BIG_SALES", "FACT_MARKED_SALES", "SALES_BY_SEGMENT")
{
    private const int Histories = 60;

    private static readonly SalesDelivery[] Told = SideBySide(Generated(SalesGen.Deliveries, Histories));

    protected override void Tell(FactRun run)
    {
        var sales = new SalesRun(run);
        for (var i = 0; i < Told.Length; i++)
        {
            sales.Deliver(Told[i]);
            Assert.Equal(SalesOracle.Facts(Told.Take(i + 1)), sales.Facts());
            Assert.Equal(SalesOracle.BigSales(Told.Take(i + 1)), sales.BigSales());
            Assert.Equal(SalesOracle.MarkedSales(Told.Take(i + 1)), sales.MarkedSales());
            Assert.Equal(sales.BySegmentFromAllFacts(), sales.BySegment());
        }

        AssertQuiet(sales.Deliver(new([], [], [])));
        AssertQuiet(sales.Deliver(Told[^1]));
        Assert.Equal(SalesOracle.Facts(Told), sales.Facts());
    }

    private static SalesDelivery[] SideBySide(IReadOnlyList<SalesDelivery[]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length)).Select(round => new SalesDelivery(
        [.. Of(histories, round, (d, h) => d.Customers.Select(c => c with { Id = c.Id + 10 * h }))],
        [.. Of(histories, round, (d, h) => d.Products.Select(p => p with { Id = $"{p.Id}{h}" }))],
        [.. Of(histories, round, (d, h) => d.Sales.Select(s => s with { Id = s.Id + 10 * h, Customer = s.Customer + 10 * h, Product = s.Product is { } p ? $"{p}{h}" : null }))]))];

    private static IEnumerable<T> Of<T>(IReadOnlyList<SalesDelivery[]> histories, int round, Func<SalesDelivery, int, IEnumerable<T>> rows) =>
        histories.SelectMany((h, i) => round < h.Length ? rows(h[round], i) : []);
}
