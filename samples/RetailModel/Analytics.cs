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

/// <summary>Sales of the regions that the reader may see, by GOVERNANCE.REGION_POLICY.</summary>
[View<Analytics>(Name = "VW_SALES_BY_REGION", Secure = true), RowAccess<RegionPolicy>(nameof(Region))]
public sealed class SalesByRegion
{
    [Varchar(20)] public string Region { get; init; }
    public string StoreName { get; init; }
    [Varchar(30)] public string TransactionId { get; init; }
    public int LineNumber { get; init; }
    public DateTime SoldAt { get; init; }
    [Number(12, 3)] public decimal Quantity { get; init; }
    [Number(18, 2)] public decimal TotalAmount { get; init; }

    [Define]
    internal static Query<SalesByRegion> Show(Query<FactSales> sales, Query<DimStore> stores) =>
        from f in sales
        join s in stores on f.StoreKey equals s.StoreKey
        select new SalesByRegion
        {
            Region = s.Region,
            StoreName = s.StoreName,
            TransactionId = f.TransactionId,
            LineNumber = f.LineNumber,
            SoldAt = f.SoldAt,
            Quantity = f.Quantity,
            TotalAmount = f.TotalAmount,
        };
}

/// <summary>Customers as they are now; what tells of a person is masked for those who may not read it.</summary>
[View<Analytics>(Name = "VW_CUSTOMER_SENSITIVE", Secure = true)]
public sealed class CustomerSensitive
{
    public int CustomerId { get; init; }
    [Masked<NameMask>] public string Name { get; init; }
    [Masked<EmailMask>] public string? Email { get; init; }
    [Varchar(20)] public string Segment { get; init; }
    public string? City { get; init; }

    [Define]
    internal static Query<CustomerSensitive> Show(Query<DimCustomer> customers) =>
        from c in customers
        where c.IsCurrent && c.CustomerId > 0
        select new CustomerSensitive { CustomerId = c.CustomerId, Name = c.Name, Email = c.Email, Segment = c.Segment, City = c.City };
}
