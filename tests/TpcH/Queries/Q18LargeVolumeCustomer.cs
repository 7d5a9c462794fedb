using Pipeline.Model;

namespace TpcH;

/// <summary>Q18, large volume customer: the largest of the orders of more than 300 pieces.</summary>
[View<Wholesale>]
public sealed class Q18LargeVolumeCustomer
{
    public string Customer { get; init; }
    public int CustomerKey { get; init; }
    public int OrderKey { get; init; }
    public DateOnly OrderDate { get; init; }
    [Number(12, 2)] public decimal TotalPrice { get; init; }
    [Number(38, 2)] public decimal Quantity { get; init; }

    [Define]
    internal static Query<Q18LargeVolumeCustomer> Define(Query<Customer> customers, Query<Order> orders, Query<LineItem> lines)
    {
        var large =
            from l in lines
            group l by l.OrderKey into order
            where order.Sum(l => l.Quantity) > 300
            select new { OrderKey = order.Key, Quantity = order.Sum(l => l.Quantity) };

        return
            (from l in large
             join o in orders on l.OrderKey equals o.OrderKey
             join c in customers on o.CustomerKey equals c.CustomerKey
             orderby o.TotalPrice descending, o.OrderDate
             select new Q18LargeVolumeCustomer
             {
                 Customer = c.Name,
                 CustomerKey = c.CustomerKey,
                 OrderKey = o.OrderKey,
                 OrderDate = o.OrderDate,
                 TotalPrice = o.TotalPrice,
                 Quantity = l.Quantity,
             }).Take(100);
    }
}
