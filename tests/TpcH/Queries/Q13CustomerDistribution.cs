using Pipeline.Model;

namespace TpcH;

/// <summary>Q13, customer distribution: how many customers have placed how many orders, none among them.</summary>
[View<Wholesale>]
public sealed class Q13CustomerDistribution
{
    public long Orders { get; init; }
    public long Customers { get; init; }

    [Define]
    internal static Query<Q13CustomerDistribution> Define(Query<Customer> customers, Query<Order> orders) =>
        from c in customers
        join o in orders.Where(o => !Sql.Like(o.Comment, "%special%requests%")) on c.CustomerKey equals o.CustomerKey into placed
        group c by placed.Count() into same
        orderby same.Count() descending, same.Key descending
        select new Q13CustomerDistribution { Orders = same.Key, Customers = same.Count() };
}
