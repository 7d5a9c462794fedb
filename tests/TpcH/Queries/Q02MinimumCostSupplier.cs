using Pipeline.Model;

namespace TpcH;

/// <summary>Q2, minimum cost supplier: who in Europe offers a part of a kind for the least.</summary>
[View<Wholesale>]
public sealed class Q02MinimumCostSupplier
{
    [Number(12, 2)] public decimal AccountBalance { get; init; }
    public string Supplier { get; init; }
    public string Nation { get; init; }
    public int PartKey { get; init; }
    public string Manufacturer { get; init; }
    public string Address { get; init; }
    public string Phone { get; init; }
    public string Comment { get; init; }

    [Define]
    internal static Query<Q02MinimumCostSupplier> Define(Query<Part> parts, Query<Supplier> suppliers, Query<Offer> offers, Query<Nation> nations, Query<Region> regions)
    {
        var european =
            from o in offers
            join s in suppliers on o.SupplierKey equals s.SupplierKey
            join n in nations on s.NationKey equals n.NationKey
            join r in regions on n.RegionKey equals r.RegionKey
            where r.Name == "EUROPE"
            select new { o.PartKey, o.SupplyCost, Supplier = s, Nation = n.Name };

        var least = from e in european group e by e.PartKey into part select new { PartKey = part.Key, Cost = part.Min(e => e.SupplyCost) };

        return
            (from p in parts
             where p.Size == 15 && p.Type.EndsWith("BRASS", StringComparison.Ordinal)
             join l in least on p.PartKey equals l.PartKey
             join e in european on (p.PartKey, l.Cost) equals (e.PartKey, e.SupplyCost)
             orderby e.Supplier.AccountBalance descending, e.Nation, e.Supplier.Name, p.PartKey
             select new Q02MinimumCostSupplier
             {
                 AccountBalance = e.Supplier.AccountBalance,
                 Supplier = e.Supplier.Name,
                 Nation = e.Nation,
                 PartKey = p.PartKey,
                 Manufacturer = p.Manufacturer,
                 Address = e.Supplier.Address,
                 Phone = e.Supplier.Phone,
                 Comment = e.Supplier.Comment,
             }).Take(100);
    }
}
