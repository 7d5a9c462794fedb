using CsCheck;
using Loads.Tests.Facts;
using Loads.Tests.Facts.Sales;

namespace Loads.Tests.Mutations;

/// <summary>Sales of customers with history, corrected and taken back.</summary>
internal sealed class SalesBench() : FactBench("sales", "SALES", "FACT_SALES", "FACT_BIG_SALES", "FACT_MARKED_SALES", "SALES_BY_SEGMENT")
{
    private const int Histories = 60;

    private static readonly SalesDelivery[] Told = SideBySide(Generated(Corrected, Histories));

    // Of sales some come again in a later delivery, with one value changed.
    private static Gen<SalesDelivery[]> Corrected => SalesGen.Deliveries.SelectMany(told => Gen.Select(Gen.Int[0, 99], Gen.Int[0, 5], Gen.Int[0, 3]).Array[0, 4].Select(turns => turns.Aggregate(told, Correct)));

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

    private static SalesDelivery[] Correct(SalesDelivery[] told, (int Sale, int Delivery, int Value) turn)
    {
        var sales = told.SelectMany((d, i) => d.Sales.Select(s => (Sale: s, Delivery: i))).ToList();
        if (sales.Count == 0) return told;
        var (sale, delivery) = sales[turn.Sale % sales.Count];
        var again = turn.Value switch
        {
            0 => sale with { Amount = sale.Amount == 10 ? 20 : 10 },
            1 => sale with { Customer = sale.Customer == 1 ? null : 1 },
            2 => sale with { Product = sale.Product == "A" ? null : "A" },
            _ => sale with { Minute = sale.Minute == 3 ? 7 : 3 },
        };
        var place = delivery + turn.Delivery % (told.Length - delivery);
        return [.. told.Select((d, i) => i == place ? d with { Sales = [.. d.Sales, again] } : d)];
    }

    // Segments and categories too: else the groups of one history would hide those of another.
    private static SalesDelivery[] SideBySide(IReadOnlyList<SalesDelivery[]> histories) => [.. Enumerable.Range(0, histories.Max(h => h.Length)).Select(round => new SalesDelivery(
        [.. Of(histories, round, (d, h) => d.Customers.Select(c => c with { Id = c.Id + 10 * h, Segment = $"{c.Segment}{h}" }))],
        [.. Of(histories, round, (d, h) => d.Products.Select(p => p with { Id = $"{p.Id}{h}", Category = $"{p.Category}{h}" }))],
        [.. Of(histories, round, (d, h) => d.Sales.Select(s => s with { Id = s.Id + 10 * h, Customer = s.Customer + 10 * h, Product = s.Product is { } p ? $"{p}{h}" : null }))]))];

    private static IEnumerable<T> Of<T>(IReadOnlyList<SalesDelivery[]> histories, int round, Func<SalesDelivery, int, IEnumerable<T>> rows) =>
        histories.SelectMany((h, i) => round < h.Length ? rows(h[round], i) : []);
}
