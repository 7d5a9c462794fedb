using Pipeline.Model;

namespace TpcH;

/// <summary>Q8, national market share: Brazil's part of what America bought of one type.</summary>
[View<Wholesale>]
public sealed class Q08NationalMarketShare
{
    public int Year { get; init; }
    [Number(38, 8)] public decimal Share { get; init; }

    [Define]
    internal static Query<Q08NationalMarketShare> Define(
        Query<Part> parts, Query<Supplier> suppliers, Query<LineItem> lines, Query<Order> orders, Query<Customer> customers, Query<Nation> nations, Query<Region> regions)
    {
        var sales =
            from p in parts
            where p.Type == "ECONOMY ANODIZED STEEL"
            join l in lines on p.PartKey equals l.PartKey
            join o in orders on l.OrderKey equals o.OrderKey
            where o.OrderDate.Year is 1995 or 1996
            join c in customers on o.CustomerKey equals c.CustomerKey
            join home in nations on c.NationKey equals home.NationKey
            join r in regions on home.RegionKey equals r.RegionKey
            where r.Name == "AMERICA"
            join s in suppliers on l.SupplierKey equals s.SupplierKey
            join seller in nations on s.NationKey equals seller.NationKey
            select new { o.OrderDate.Year, Seller = seller.Name, Volume = l.DiscountedPrice() };

        return
            from s in sales
            group s by s.Year into year
            orderby year.Key
            select new Q08NationalMarketShare
            {
                Year = year.Key,
                Share = Math.Round(year.Sum(s => s.Seller == "BRAZIL" ? s.Volume : 0) / year.Sum(s => s.Volume), 8),
            };
    }
}
