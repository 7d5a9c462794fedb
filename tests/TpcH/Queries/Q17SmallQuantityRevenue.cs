using Pipeline.Model;

namespace TpcH;

/// <summary>Q17, small-quantity-order revenue: what would be lost a year without orders of little.</summary>
[View<Wholesale>]
public sealed class Q17SmallQuantityRevenue
{
    [Number(38, 6)] public decimal LostPerYear { get; init; }

    [Define]
    internal static Query<Q17SmallQuantityRevenue> Define(Query<LineItem> lines, Query<Part> parts)
    {
        var usual = from l in lines group l by l.PartKey into part select new { PartKey = part.Key, Quantity = part.Average(l => l.Quantity) };

        return
            from p in parts
            where p is { Brand: "Brand#23", Container: "MED BOX" }
            join u in usual on p.PartKey equals u.PartKey
            join l in lines on p.PartKey equals l.PartKey
            where l.Quantity < 0.2m * u.Quantity
            group l by 1 into all
            select new Q17SmallQuantityRevenue { LostPerYear = Math.Round(all.Sum(l => l.ExtendedPrice) / 7.0m, 6) };
    }
}
