// ANALYTICS: the marts. What reads one table is a materialized view and always fresh; what joins is a dynamic table, which REFRESH_MVS refreshes behind the gate.
using Pipeline.Model;

namespace Retail;

/// <summary>Customers as they are now, with all that they ever bought.</summary>
/// <remarks>The data flow calls it a materialized view. It joins, and Snowflake's materialized views can't; so it is a dynamic table with that name.</remarks>
[DynamicTable<Analytics, TransformWh>(Name = "MV_CUSTOMER_360", Refresh = RefreshMode.Incremental)]
public sealed class Customer360
{
    public int CustomerId { get; init; }
    [Varchar(20)] public string Segment { get; init; }
    public string? City { get; init; }
    [Number(18, 2)] public decimal LifetimeValue { get; init; }
    public long Orders { get; init; }
    [Number(18, 3)] public decimal Quantity { get; init; }
    public DateTime FirstPurchase { get; init; }
    public DateTime LastPurchase { get; init; }

    // A sale has the key of the customer as he was then; his versions share the number by which he is known.
    [Define]
    internal static Query<Customer360> Of(Query<FactSales> sales, Query<DimCustomer> versions, Query<DimCustomer> customers) =>
        from f in sales
        join v in versions on f.CustomerKey equals v.CustomerKey
        join c in customers on v.CustomerId equals c.CustomerId
        where c.IsCurrent && c.CustomerId > 0
        group f by (c.CustomerId, c.Segment, c.City) into g
        select new Customer360
        {
            CustomerId = g.Key.CustomerId,
            Segment = g.Key.Segment,
            City = g.Key.City,
            LifetimeValue = g.Sum(f => f.TotalAmount),
            Orders = g.CountDistinct(f => f.TransactionId),
            Quantity = g.Sum(f => f.Quantity),
            FirstPurchase = g.Min(f => f.SoldAt),
            LastPurchase = g.Max(f => f.SoldAt),
        };
}

/// <summary>Sales of each product, by its key: one table, so Snowflake keeps it fresh by itself.</summary>
[MaterializedView<Analytics>(Name = "MV_PRODUCT_PERFORMANCE", ClusterBy = [nameof(ProductKey)])]
public sealed class ProductPerformance
{
    public long ProductKey { get; init; }
    [Number(18, 2)] public decimal TotalSales { get; init; }
    [Number(18, 3)] public decimal Quantity { get; init; }
    public long OrderLines { get; init; }
    [Number(18, 2)] public decimal WebSales { get; init; }
    public DateTime LastSoldAt { get; init; }

    [Define]
    internal static Query<ProductPerformance> Of(Query<FactSales> sales) =>
        from f in sales
        group f by f.ProductKey into g
        select new ProductPerformance
        {
            ProductKey = g.Key,
            TotalSales = g.Sum(f => f.TotalAmount),
            Quantity = g.Sum(f => f.Quantity),
            OrderLines = g.Count(),
            WebSales = g.Sum(f => f.Channel == SalesChannel.Web ? f.TotalAmount : 0),
            LastSoldAt = g.Max(f => f.SoldAt),
        };
}

/// <summary>The same with the names that people know; secure, since other accounts read it too.</summary>
[View<Analytics>(Name = "VW_PRODUCT_PERFORMANCE", Secure = true)]
public sealed class NamedProductPerformance
{
    [Varchar(30)] public string ProductId { get; init; }
    public string ProductName { get; init; }
    [Varchar(30)] public string Category { get; init; }
    [Number(18, 2)] public decimal TotalSales { get; init; }
    [Number(18, 3)] public decimal Quantity { get; init; }
    public long OrderLines { get; init; }
    [Number(18, 2)] public decimal WebSales { get; init; }
    public DateTime LastSoldAt { get; init; }

    [Define]
    internal static Query<NamedProductPerformance> Of(Query<ProductPerformance> performance, Query<DimProduct> products) =>
        from m in performance
        join p in products on m.ProductKey equals p.ProductKey
        select new NamedProductPerformance
        {
            ProductId = p.ProductId,
            ProductName = p.ProductName,
            Category = p.Category,
            TotalSales = m.TotalSales,
            Quantity = m.Quantity,
            OrderLines = m.OrderLines,
            WebSales = m.WebSales,
            LastSoldAt = m.LastSoldAt,
        };
}

/// <summary>Revenue of each store by month; refreshed by the task graph alone.</summary>
[DynamicTable<Analytics, TransformWh>(Name = "AGG_MONTHLY_REVENUE", Refresh = RefreshMode.Incremental)]
public sealed class MonthlyRevenue
{
    public int Year { get; init; }
    public int Month { get; init; }
    [Varchar(20)] public string StoreId { get; init; }
    [Varchar(20)] public string Region { get; init; }
    [Number(18, 2)] public decimal Revenue { get; init; }
    public long Orders { get; init; }

    [Define]
    internal static Query<MonthlyRevenue> Of(Query<FactSales> sales, Query<DimDate> dates, Query<DimStore> stores) =>
        from f in sales
        join d in dates on f.DateKey equals d.DateKey
        join s in stores on f.StoreKey equals s.StoreKey
        group f by (d.Year, d.Month, s.StoreId, s.Region) into g
        select new MonthlyRevenue
        {
            Year = g.Key.Year,
            Month = g.Key.Month,
            StoreId = g.Key.StoreId,
            Region = g.Key.Region,
            Revenue = g.Sum(f => f.TotalAmount),
            Orders = g.CountDistinct(f => f.TransactionId),
        };
}

/// <summary>Customers by the month of their first purchase, and what they buy in the months after it; refreshed by the task graph alone.</summary>
[DynamicTable<Analytics, TransformWh>(Name = "AGG_CUSTOMER_COHORTS", Refresh = RefreshMode.Incremental)]
public sealed class CustomerCohorts
{
    public int CohortYear { get; init; }
    public int CohortMonth { get; init; }

    /// <summary>0 is the month of the first purchase.</summary>
    public int MonthsSince { get; init; }
    public long Customers { get; init; }
    public long Orders { get; init; }
    [Number(18, 2)] public decimal Revenue { get; init; }

    [Define]
    internal static Query<CustomerCohorts> Of(Query<FactSales> sales, Query<DimCustomer> customers, Query<Customer360> firsts) =>
        from f in sales
        join c in customers on f.CustomerKey equals c.CustomerKey
        join first in firsts on c.CustomerId equals first.CustomerId
        group new { f.TotalAmount, f.TransactionId, c.CustomerId } by (
            CohortYear: first.FirstPurchase.Year,
            CohortMonth: first.FirstPurchase.Month,
            MonthsSince: ((f.SoldAt.Year - first.FirstPurchase.Year) * 12) + f.SoldAt.Month - first.FirstPurchase.Month) into g
        select new CustomerCohorts
        {
            CohortYear = g.Key.CohortYear,
            CohortMonth = g.Key.CohortMonth,
            MonthsSince = g.Key.MonthsSince,
            Customers = g.CountDistinct(s => s.CustomerId),
            Orders = g.CountDistinct(s => s.TransactionId),
            Revenue = g.Sum(s => s.TotalAmount),
        };
}
