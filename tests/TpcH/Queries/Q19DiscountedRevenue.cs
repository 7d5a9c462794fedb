using Pipeline.Model;

namespace TpcH;

/// <summary>Q19, discounted revenue: what parts of three kinds brought, by air and in person.</summary>
[View<Wholesale>]
public sealed class Q19DiscountedRevenue
{
    [Number(38, 4)] public decimal Revenue { get; init; }

    [Define]
    internal static Query<Q19DiscountedRevenue> Define(Query<LineItem> lines, Query<Part> parts)
    {
        static bool IsWanted(LineItem line, Part part) => (part, line) is
            ({ Brand: "Brand#12", Container: "SM CASE" or "SM BOX" or "SM PACK" or "SM PKG", Size: >= 1 and <= 5 }, { Quantity: >= 1 and <= 11 }) or
            ({ Brand: "Brand#23", Container: "MED BAG" or "MED BOX" or "MED PKG" or "MED PACK", Size: >= 1 and <= 10 }, { Quantity: >= 10 and <= 20 }) or
            ({ Brand: "Brand#34", Container: "LG CASE" or "LG BOX" or "LG PACK" or "LG PKG", Size: >= 1 and <= 15 }, { Quantity: >= 20 and <= 30 });

        return
            from l in lines
            where l is { ShipMode: "AIR" or "AIR REG", ShipInstructions: "DELIVER IN PERSON" }
            join p in parts on l.PartKey equals p.PartKey
            where IsWanted(l, p)
            group l by 1 into all
            select new Q19DiscountedRevenue { Revenue = all.Sum(l => l.DiscountedPrice()) };
    }
}
