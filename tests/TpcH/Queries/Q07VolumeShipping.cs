using Pipeline.Model;

namespace TpcH;

/// <summary>Q7, volume shipping: what France and Germany sold to each other, year by year.</summary>
[View<Wholesale>]
public sealed class Q07VolumeShipping
{
    public string SupplierNation { get; init; }
    public string CustomerNation { get; init; }
    public int Year { get; init; }
    [Number(38, 4)] public decimal Revenue { get; init; }

    [Define]
    internal static Query<Q07VolumeShipping> Define(
        Query<Supplier> suppliers, Query<LineItem> lines, Query<Order> orders, Query<Customer> customers, Query<Nation> nations) =>
        from l in lines
        where l.ShipDate.Year is 1995 or 1996
        join o in orders on l.OrderKey equals o.OrderKey
        join s in suppliers on l.SupplierKey equals s.SupplierKey
        join c in customers on o.CustomerKey equals c.CustomerKey
        join seller in nations on s.NationKey equals seller.NationKey
        join buyer in nations on c.NationKey equals buyer.NationKey
        where (seller.Name, buyer.Name) is ("FRANCE", "GERMANY") or ("GERMANY", "FRANCE")
        group l by (Seller: seller.Name, Buyer: buyer.Name, l.ShipDate.Year) into trade
        orderby trade.Key
        select new Q07VolumeShipping
        {
            SupplierNation = trade.Key.Seller,
            CustomerNation = trade.Key.Buyer,
            Year = trade.Key.Year,
            Revenue = trade.Sum(l => l.DiscountedPrice()),
        };
}
