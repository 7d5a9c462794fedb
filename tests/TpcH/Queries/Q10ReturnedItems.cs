using Pipeline.Model;

namespace TpcH;

/// <summary>Q10, returned item reporting: whom the returns of a quarter cost the most.</summary>
[View<Wholesale>]
public sealed class Q10ReturnedItems
{
    public int CustomerKey { get; init; }
    public string Name { get; init; }
    [Number(38, 4)] public decimal Revenue { get; init; }
    [Number(12, 2)] public decimal AccountBalance { get; init; }
    public string Nation { get; init; }
    public string Address { get; init; }
    public string Phone { get; init; }
    public string Comment { get; init; }

    [Define]
    internal static Query<Q10ReturnedItems> Define(Query<Customer> customers, Query<Order> orders, Query<LineItem> lines, Query<Nation> nations)
    {
        var returned =
            from l in lines
            where l.ReturnFlag == "R"
            join o in orders on l.OrderKey equals o.OrderKey
            where o.OrderDate >= Quarter && o.OrderDate < Quarter.AddMonths(3)
            group l by o.CustomerKey into customer
            select new { CustomerKey = customer.Key, Revenue = customer.Sum(l => l.DiscountedPrice()) };

        return
            (from c in customers
             join r in returned on c.CustomerKey equals r.CustomerKey
             join n in nations on c.NationKey equals n.NationKey
             orderby r.Revenue descending
             select new Q10ReturnedItems
             {
                 CustomerKey = c.CustomerKey,
                 Name = c.Name,
                 Revenue = r.Revenue,
                 AccountBalance = c.AccountBalance,
                 Nation = n.Name,
                 Address = c.Address,
                 Phone = c.Phone,
                 Comment = c.Comment,
             }).Take(20);
    }

    private static readonly DateOnly Quarter = new(1993, 10, 1);
}
