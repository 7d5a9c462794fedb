using Pipeline.Model;

namespace TpcH;

/// <summary>Q3, shipping priority: the orders of most worth that weren't shipped on a day.</summary>
[View<Wholesale>]
public sealed class Q03ShippingPriority
{
    public int OrderKey { get; init; }
    [Number(38, 4)] public decimal Revenue { get; init; }
    public DateOnly OrderDate { get; init; }
    public int ShipPriority { get; init; }

    [Define]
    internal static Query<Q03ShippingPriority> Define(Query<Customer> customers, Query<Order> orders, Query<LineItem> lines) =>
        (from c in customers
         where c.MarketSegment == "BUILDING"
         join o in orders on c.CustomerKey equals o.CustomerKey
         where o.OrderDate < Today
         join l in lines on o.OrderKey equals l.OrderKey
         where l.ShipDate > Today
         group l by (o.OrderKey, o.OrderDate, o.ShipPriority) into open
         let revenue = open.Sum(l => l.DiscountedPrice())
         orderby revenue descending, open.Key.OrderDate
         select new Q03ShippingPriority
         {
             OrderKey = open.Key.OrderKey,
             Revenue = revenue,
             OrderDate = open.Key.OrderDate,
             ShipPriority = open.Key.ShipPriority,
         }).Take(10);

    private static readonly DateOnly Today = new(1995, 3, 15);
}
