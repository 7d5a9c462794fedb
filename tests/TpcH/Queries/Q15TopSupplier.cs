using Pipeline.Model;

namespace TpcH;

/// <summary>Q15, top supplier: who brought the most revenue in a quarter.</summary>
[View<Wholesale>]
public sealed class Q15TopSupplier
{
    public int SupplierKey { get; init; }
    public string Name { get; init; }
    public string Address { get; init; }
    public string Phone { get; init; }
    [Number(38, 4)] public decimal Revenue { get; init; }

    [Define]
    internal static Query<Q15TopSupplier> Define(Query<LineItem> lines, Query<Supplier> suppliers)
    {
        var revenue =
            from l in lines
            where l.ShipDate >= Quarter && l.ShipDate < Quarter.AddMonths(3)
            group l by l.SupplierKey into supplier
            select new { SupplierKey = supplier.Key, Total = supplier.Sum(l => l.DiscountedPrice()) };

        return
            from s in suppliers
            join r in revenue on s.SupplierKey equals r.SupplierKey
            where r.Total == revenue.Max(other => other.Total)
            orderby s.SupplierKey
            select new Q15TopSupplier { SupplierKey = s.SupplierKey, Name = s.Name, Address = s.Address, Phone = s.Phone, Revenue = r.Total };
    }

    private static readonly DateOnly Quarter = new(1996, 1, 1);
}
