using Pipeline.Model;

namespace TpcH;

/// <summary>Q16, parts and suppliers: how many suppliers without complaints offer parts of a kind.</summary>
[View<Wholesale>]
public sealed class Q16PartSupplierRelation
{
    public string Brand { get; init; }
    public string Type { get; init; }
    public int Size { get; init; }
    public long Suppliers { get; init; }

    [Define]
    internal static Query<Q16PartSupplierRelation> Define(Query<Offer> offers, Query<Part> parts, Query<Supplier> suppliers) =>
        from p in parts
        where p is { Brand: not "Brand#45", Size: 49 or 14 or 23 or 45 or 19 or 3 or 36 or 9 } && !p.Type.StartsWith("MEDIUM POLISHED", StringComparison.Ordinal)
        join o in offers on p.PartKey equals o.PartKey
        where !suppliers.Where(s => Sql.Like(s.Comment, "%Customer%Complaints%")).Select(s => s.SupplierKey).Contains(o.SupplierKey)
        group o by (p.Brand, p.Type, p.Size) into kind
        let count = kind.CountDistinct(o => o.SupplierKey)
        orderby count descending, kind.Key
        select new Q16PartSupplierRelation { Brand = kind.Key.Brand, Type = kind.Key.Type, Size = kind.Key.Size, Suppliers = count };
}
