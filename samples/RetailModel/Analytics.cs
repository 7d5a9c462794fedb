// ANALYTICS: what consumers read.
using Pipeline.Model;

namespace Retail;

/// <summary>Daily sales by region and category.</summary>
[DynamicTable<Analytics, TransformWh>(Name = "MV_DAILY_SALES_SUMMARY", Refresh = RefreshMode.Incremental)]
public sealed class DailySalesSummary
{
    public DateOnly Date { get; init; }
    [Varchar(20)] public string Region { get; init; }
    [Varchar(30)] public string Category { get; init; }
    [Number(18, 2)] public decimal TotalSales { get; init; }
    [Number(18, 3)] public decimal Quantity { get; init; }
    public long Orders { get; init; }
    [Number(18, 2)] public decimal WebSales { get; init; }

    [Define]
    internal static Query<DailySalesSummary> Summarise(
        Query<FactSales> sales, Query<DimDate> dates, Query<DimStore> stores, Query<DimProduct> products) =>
        from f in sales
        join d in dates on f.DateKey equals d.DateKey
        join s in stores on f.StoreKey equals s.StoreKey
        join p in products on f.ProductKey equals p.ProductKey
        group f by (d.FullDate, s.Region, p.Category) into g
        select new DailySalesSummary
        {
            Date = g.Key.FullDate,
            Region = g.Key.Region,
            Category = g.Key.Category,
            TotalSales = g.Sum(f => f.TotalAmount),
            Quantity = g.Sum(f => f.Quantity),
            Orders = g.CountDistinct(f => f.TransactionId),
            WebSales = g.Sum(f => f.Channel == SalesChannel.Web ? f.TotalAmount : 0),
        };
}
