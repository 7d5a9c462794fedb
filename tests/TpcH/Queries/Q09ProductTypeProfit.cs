using Pipeline.Model;

namespace TpcH;

/// <summary>Q9, product type profit measure: what green parts earned, by nation and year.</summary>
[View<Wholesale>]
public sealed class Q09ProductTypeProfit
{
    public string Nation { get; init; }
    public int Year { get; init; }
    [Number(38, 4)] public decimal Profit { get; init; }

    [Define]
    internal static Query<Q09ProductTypeProfit> Define(
        Query<Part> parts, Query<Supplier> suppliers, Query<LineItem> lines, Query<Offer> offers, Query<Order> orders, Query<Nation> nations) =>
        from p in parts
        where p.Name.Contains("green", StringComparison.Ordinal)
        join l in lines on p.PartKey equals l.PartKey
        join f in offers on (l.PartKey, l.SupplierKey) equals (f.PartKey, f.SupplierKey)
        join s in suppliers on l.SupplierKey equals s.SupplierKey
        join n in nations on s.NationKey equals n.NationKey
        join o in orders on l.OrderKey equals o.OrderKey
        group l.DiscountedPrice() - f.SupplyCost * l.Quantity by (n.Name, o.OrderDate.Year) into profit
        orderby profit.Key.Name, profit.Key.Year descending
        select new Q09ProductTypeProfit { Nation = profit.Key.Name, Year = profit.Key.Year, Profit = profit.Sum(p => p) };
}
