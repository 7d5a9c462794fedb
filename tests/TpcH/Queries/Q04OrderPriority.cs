using Pipeline.Model;

namespace TpcH;

/// <summary>Q4, order priority checking: how many orders of a quarter had a line that came late.</summary>
[View<Wholesale>]
public sealed class Q04OrderPriority
{
    public string Priority { get; init; }
    public long Orders { get; init; }

    [Define]
    internal static Query<Q04OrderPriority> Define(Query<Order> orders, Query<LineItem> lines) =>
        from o in orders
        where o.OrderDate >= Quarter && o.OrderDate < Quarter.AddMonths(3)
        where lines.Any(l => l.OrderKey == o.OrderKey && l.CommitDate < l.ReceiptDate)
        group o by o.Priority into priority
        orderby priority.Key
        select new Q04OrderPriority { Priority = priority.Key, Orders = priority.Count() };

    private static readonly DateOnly Quarter = new(1993, 7, 1);
}
