using System.Globalization;

namespace Loads.Tests.Facts.Sales;

/// <summary>What the fact holds, computed from all that was ever delivered, as if it had come at once and in order.</summary>
internal static class SalesOracle
{
    /// <summary>A line for each sale that is: sale, customer and his segment and its beginning, product, amount.</summary>
    public static string[] Facts(IEnumerable<SalesDelivery> deliveries)
    {
        var all = deliveries.ToList();
        var products = all.SelectMany(d => d.Products).Select(p => p.Id).ToHashSet();
        var sales = new Dictionary<int, SaleChange>();
        foreach (var sale in all.SelectMany(d => d.Sales))
        {
            // Of a sale the latest change counts, of changes at one time the one that came last.
            if (!sales.TryGetValue(sale.Id, out var known) || known.ChangedMinute <= sale.ChangedMinute) sales[sale.Id] = sale;
        }

        return [.. sales.Values.Where(s => !s.IsDeleted)
            .Select(s => $"S{s.Id} | {Customer(all, s)} | {s.Product switch { null => "-2", { } p when products.Contains(p) => p, _ => "-3" }} | {s.Amount}")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The sales of at least 20: what is corrected to less is gone.</summary>
    public static string[] BigSales(IEnumerable<SalesDelivery> deliveries) => [.. Facts(deliveries)
        .Select(f => f.Split(" | ")).Where(f => int.Parse(f[3], CultureInfo.InvariantCulture) >= 20).Select(f => $"{f[0]} | {f[3]}")];

    /// <summary>All sales that a run ever saw, as it saw them last, and whether they are gone.</summary>
    public static string[] MarkedSales(IEnumerable<SalesDelivery> deliveries)
    {
        var all = deliveries.ToList();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        HashSet<string> there = [];
        for (var run = 1; run <= all.Count; run++)
        {
            there = [];
            foreach (var fact in Facts(all.Take(run)).Select(f => f.Split(" | ")))
            {
                seen[fact[0]] = fact[^1];
                there.Add(fact[0]);
            }
        }

        return [.. seen.Select(s => $"{s.Key} | {s.Value} | {!there.Contains(s.Key)}").Order(StringComparer.Ordinal)];
    }

    // The state of the customer when it was sold; nobody where none is known for that time.
    private static string Customer(IEnumerable<SalesDelivery> deliveries, SaleChange sale)
    {
        var changes = new Dictionary<DateTime, CustomerChange>();
        foreach (var change in deliveries.SelectMany(d => d.Customers).Where(c => c.Id == sale.Customer)) changes[change.At] = change;

        var until = changes.Values.Where(c => c.At <= sale.SoldAt).OrderByDescending(c => c.At).ToList();
        if (until.Count == 0 || until[0].IsDeleted) return "-1";

        // The version began with the first change of the same state in a row.
        var began = until.TakeWhile(c => !c.IsDeleted && c.Segment == until[0].Segment).Last().At;
        return string.Create(CultureInfo.InvariantCulture, $"{sale.Customer} {until[0].Segment} since {began:HH:mm}");
    }
}
