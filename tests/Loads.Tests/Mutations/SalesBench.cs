using Loads.Tests.Facts;
using Loads.Tests.Facts.Sales;

namespace Loads.Tests.Mutations;

/// <summary>Sales of customers with history, corrected and taken back.</summary>
internal sealed class SalesBench() : FactBench("sales", "SALES", "FACT_SALES", "FACT_BIG_SALES", "FACT_MARKED_SALES", "SALES_BY_SEGMENT")
{
    private const int Histories = 60;

    private static readonly SalesDelivery[] Told = SideBySide(Generated(SalesGen.Deliveries, Histories));

    // What the oracle says after each delivery.
    private static readonly string[][] Facts = [.. Rounds.Select(SalesOracle.Facts)];
    private static readonly string[][] BigSales = [.. Rounds.Select(SalesOracle.BigSales)];
    private static readonly string[][] MarkedSales = [.. Rounds.Select(SalesOracle.MarkedSales)];

    private static IEnumerable<SalesDelivery[]> Rounds => Enumerable.Range(1, Told.Length).Select(n => Told[..n]);

    protected override bool IsBeside(string table, string other) => Tables.Contains(table) && table != other && !(table == "FACT_SALES" && other == "SALES_BY_SEGMENT");

    protected override void Tell(FactRun run, Func<string, bool> isJudged)
    {
        var sales = new SalesRun(run);
        for (var i = 0; i < Told.Length; i++)
        {
            run.Step(() => sales.Deliver(Told[i]), (_, _) => Judge(i));
        }

        run.Step(() => sales.Deliver(new([], [], [])), (loads, _) => AssertQuiet(loads));
        run.Step(() => sales.Deliver(Told[^1]), (loads, _) => AssertQuiet(loads));
        Judge(Told.Length - 1);

        void Judge(int delivery)
        {
            if (isJudged("FACT_SALES")) Assert.Equal(Facts[delivery], sales.Facts());
            if (isJudged("FACT_BIG_SALES")) Assert.Equal(BigSales[delivery], sales.BigSales());
            if (isJudged("FACT_MARKED_SALES")) Assert.Equal(MarkedSales[delivery], sales.MarkedSales());
            if (isJudged("SALES_BY_SEGMENT")) Assert.Equal(sales.BySegmentFromAllFacts(), sales.BySegment());
        }
    }

    private static SalesDelivery[] SideBySide(IReadOnlyList<SalesDelivery[]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length)).Select(round => new SalesDelivery(
        [.. Of(histories, round, (d, h) => d.Customers.Select(c => c with { Id = c.Id + 10 * h }))],
        [.. Of(histories, round, (d, h) => d.Products.Select(p => p with { Id = $"{p.Id}{h}" }))],
        [.. Of(histories, round, (d, h) => d.Sales.Select(s => s with { Id = s.Id + 10 * h, Customer = s.Customer + 10 * h, Product = s.Product is { } p ? $"{p}{h}" : null }))]))];

    private static IEnumerable<T> Of<T>(IReadOnlyList<SalesDelivery[]> histories, int round, Func<SalesDelivery, int, IEnumerable<T>> rows) =>
        histories.SelectMany((h, i) => round < h.Length ? rows(h[round], i) : []);
}
