using Pipeline.Model;

namespace TpcH;

/// <summary>Q5, local supplier volume: what Asian suppliers sold to customers of their own nation.</summary>
[View<Wholesale>]
public sealed class Q05LocalSupplierVolume
{
    public string Nation { get; init; }
    [Number(38, 4)] public decimal Revenue { get; init; }

    [Define]
    internal static Query<Q05LocalSupplierVolume> Define(
        Query<Customer> customers, Query<Order> orders, Query<LineItem> lines, Query<Supplier> suppliers, Query<Nation> nations, Query<Region> regions) =>
        from c in customers
        join o in orders on c.CustomerKey equals o.CustomerKey
        where o.OrderDate.Year == 1994
        join l in lines on o.OrderKey equals l.OrderKey
        join s in suppliers on (l.SupplierKey, c.NationKey) equals (s.SupplierKey, s.NationKey)
        join n in nations on s.NationKey equals n.NationKey
        join r in regions on n.RegionKey equals r.RegionKey
        where r.Name == "ASIA"
        group l by n.Name into nation
        let revenue = nation.Sum(l => l.DiscountedPrice())
        orderby revenue descending
        select new Q05LocalSupplierVolume { Nation = nation.Key, Revenue = revenue };
}
