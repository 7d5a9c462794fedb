// ANALYTICS: what consumers read.
using Pipeline.Model;

namespace OnlineRetail;

/// <summary>What was sold to a country on a day; cancellations lower the revenue.</summary>
[DynamicTable<Analytics, TransformWh>]
public sealed class DailyRevenue
{
    public DateOnly Day { get; init; }
    public string Country { get; init; }
    [Number(24, 4)] public decimal Revenue { get; init; }
    public long Lines { get; init; }
    public long Invoices { get; init; }

    /// <summary>Known customers; lines without one don't count.</summary>
    public long Customers { get; init; }

    [Define]
    internal static Query<DailyRevenue> Summarise(Query<FactSales> sales, Query<DimDate> dates, Query<DimCustomer> customers) =>
        from f in sales
        join d in dates on f.DateKey equals d.DateKey
        join c in customers on f.CustomerKey equals c.CustomerKey
        group new { f.Amount, f.InvoiceNo, CustomerId = c.CustomerId == -1 ? null : (int?)c.CustomerId } by (d.FullDate, f.Country) into g
        select new DailyRevenue
        {
            Day = g.Key.FullDate,
            Country = g.Key.Country,
            Revenue = g.Sum(f => f.Amount),
            Lines = g.Count(),
            Invoices = g.CountDistinct(f => f.InvoiceNo),
            Customers = g.CountDistinct(f => f.CustomerId),
        };
}
