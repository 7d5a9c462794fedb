using Pipeline.Model;

namespace TpcH;

/// <summary>Q14, promotion effect: the percentage of a month's revenue that promoted parts brought.</summary>
[View<Wholesale>]
public sealed class Q14PromotionEffect
{
    [Number(38, 6)] public decimal Percentage { get; init; }

    [Define]
    internal static Query<Q14PromotionEffect> Define(Query<LineItem> lines, Query<Part> parts) =>
        from l in lines
        where l.ShipDate is { Year: 1995, Month: 9 }
        join p in parts on l.PartKey equals p.PartKey
        group (Revenue: l.DiscountedPrice(), IsPromoted: p.Type.StartsWith("PROMO", StringComparison.Ordinal)) by 1 into all
        select new Q14PromotionEffect
        {
            Percentage = Math.Round(100.00m * all.Sum(s => s.IsPromoted ? s.Revenue : 0) / all.Sum(s => s.Revenue), 6),
        };
}
