using Pipeline.Model;

namespace TpcH;

/// <summary>Q12, shipping modes and order priority: does the cheaper way of shipping delay urgent orders?</summary>
[View<Wholesale>]
public sealed class Q12ShipModePriority
{
    public string ShipMode { get; init; }
    public long Urgent { get; init; }
    public long Others { get; init; }

    [Define]
    internal static Query<Q12ShipModePriority> Define(Query<Order> orders, Query<LineItem> lines) =>
        from o in orders
        join l in lines on o.OrderKey equals l.OrderKey
        where l is { ShipMode: "MAIL" or "SHIP", ReceiptDate.Year: 1994 } && l.ShipDate < l.CommitDate && l.CommitDate < l.ReceiptDate
        group o by l.ShipMode into mode
        orderby mode.Key
        select new Q12ShipModePriority
        {
            ShipMode = mode.Key,
            Urgent = mode.Count(o => o.Priority is "1-URGENT" or "2-HIGH"),
            Others = mode.Count(o => o.Priority is not ("1-URGENT" or "2-HIGH")),
        };
}
