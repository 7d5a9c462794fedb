// A small warehouse from files to aggregates: what the local run's benchmark measures.
using Pipeline.Model;

namespace Loads.Benchmarks.Models;

[Schema] public sealed class Landing;
[Schema] public sealed class Staging;
[Schema] public sealed class Curated;
[Schema] public sealed class Analytics;

[CsvFormat<Landing>] public sealed class PlainCsv;

[Stage<Landing>("s3://benchmark/sales/"), Format<PlainCsv>] public sealed class SalesStage;
[Stage<Landing>("s3://benchmark/customers/"), Format<PlainCsv>] public sealed class CustomersStage;
[Stage<Landing>("s3://benchmark/products/"), Format<PlainCsv>] public sealed class ProductsStage;
[Stage<Landing>("s3://benchmark/stores/"), Format<PlainCsv>] public sealed class StoresStage;

[Table<Landing>, CopyFrom<SalesStage>]
public sealed class RawSales
{
    public string? TransactionId { get; init; }
    public string? LineNumber { get; init; }
    public string? CustomerId { get; init; }
    public string? ProductId { get; init; }
    public string? StoreId { get; init; }
    public string? Quantity { get; init; }
    public string? UnitPrice { get; init; }
    public string? SoldAt { get; init; }
    public string? Channel { get; init; }
    [FromFile(FileFact.Name)] public string FileName { get; init; }
    [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
}

[Table<Landing>, CopyFrom<CustomersStage>]
public sealed class RawCustomers
{
    public string? CustomerId { get; init; }
    public string? Name { get; init; }
    public string? Segment { get; init; }
    public string? City { get; init; }
    public string? UpdatedAt { get; init; }
    [FromFile(FileFact.Name)] public string FileName { get; init; }
    [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
}

[Table<Landing>, CopyFrom<ProductsStage>]
public sealed class RawProducts
{
    public string? ProductId { get; init; }
    public string? Name { get; init; }
    public string? Category { get; init; }
    public string? UpdatedAt { get; init; }
    [FromFile(FileFact.Name)] public string FileName { get; init; }
    [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
}

[Table<Landing>, CopyFrom<StoresStage>]
public sealed class RawStores
{
    public string? StoreId { get; init; }
    public string? Name { get; init; }
    public string? Region { get; init; }
    public string? UpdatedAt { get; init; }
    [FromFile(FileFact.Name)] public string FileName { get; init; }
    [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawSalesStream : Stream<RawSales>;
[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawCustomersStream : Stream<RawCustomers>;
[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawProductsStream : Stream<RawProducts>;
[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStoresStream : Stream<RawStores>;

[Table<Staging>]
public sealed class StgSales
{
    [BusinessKey, Varchar(30)] public string TransactionId { get; init; }
    [BusinessKey] public int LineNumber { get; init; }
    public int? CustomerId { get; init; }
    [Varchar(30)] public string ProductId { get; init; }
    [Varchar(10)] public string StoreId { get; init; }
    [Number(12, 3)] public decimal Quantity { get; init; }
    [Number(12, 2)] public decimal UnitPrice { get; init; }
    [Sequence] public DateTime SoldAt { get; init; }
    [Varchar(10)] public string Channel { get; init; }

    [Load]
    internal static Query<StgSales> FromRaw(RawSalesStream raw) =>
        from r in raw
        select new StgSales
        {
            TransactionId = r.TransactionId.OrReject("no transaction id"),
            LineNumber = Sql.TryToInt(r.LineNumber).OrReject("line number isn't a number"),
            CustomerId = Sql.TryToInt(r.CustomerId),
            ProductId = r.ProductId.OrReject("no product id"),
            StoreId = r.StoreId.OrReject("no store id"),
            Quantity = Sql.TryToDecimal(r.Quantity, 12, 3).OrReject("quantity isn't a number"),
            UnitPrice = Sql.TryToDecimal(r.UnitPrice, 12, 2).OrReject("unit price isn't a number"),
            SoldAt = Sql.TryToTimestamp(r.SoldAt, "YYYY-MM-DD HH24:MI:SS").OrReject("sold at isn't a time"),
            Channel = r.Channel ?? "UNKNOWN",
        };
}

[Table<Staging>]
public sealed class StgCustomers
{
    [BusinessKey] public int CustomerId { get; init; }
    public string Name { get; init; }
    [Varchar(20)] public string Segment { get; init; }
    public string? City { get; init; }
    [BusinessKey, Sequence] public DateTime UpdatedAt { get; init; }

    [Load]
    internal static Query<StgCustomers> FromRaw(RawCustomersStream raw) =>
        from r in raw
        select new StgCustomers
        {
            CustomerId = Sql.TryToInt(r.CustomerId).OrReject("no customer id"),
            Name = r.Name ?? "UNKNOWN",
            Segment = r.Segment ?? "STANDARD",
            City = r.City,
            UpdatedAt = Sql.TryToTimestamp(r.UpdatedAt, "YYYY-MM-DD HH24:MI:SS").OrReject("updated at isn't a time"),
        };
}

[Table<Staging>]
public sealed class StgProducts
{
    [BusinessKey, Varchar(30)] public string ProductId { get; init; }
    public string Name { get; init; }
    [Varchar(30)] public string Category { get; init; }
    [BusinessKey, Sequence] public DateTime UpdatedAt { get; init; }

    [Load]
    internal static Query<StgProducts> FromRaw(RawProductsStream raw) =>
        from r in raw
        select new StgProducts
        {
            ProductId = r.ProductId.OrReject("no product id"),
            Name = r.Name ?? "UNNAMED",
            Category = r.Category ?? "OTHER",
            UpdatedAt = Sql.TryToTimestamp(r.UpdatedAt, "YYYY-MM-DD HH24:MI:SS").OrReject("updated at isn't a time"),
        };
}

[Table<Staging>]
public sealed class StgStores
{
    [BusinessKey, Varchar(10)] public string StoreId { get; init; }
    public string Name { get; init; }
    [Varchar(20)] public string Region { get; init; }
    [BusinessKey, Sequence] public DateTime UpdatedAt { get; init; }

    [Load]
    internal static Query<StgStores> FromRaw(RawStoresStream raw) =>
        from r in raw
        select new StgStores
        {
            StoreId = r.StoreId.OrReject("no store id"),
            Name = r.Name ?? "UNNAMED",
            Region = r.Region ?? "UNKNOWN",
            UpdatedAt = Sql.TryToTimestamp(r.UpdatedAt, "YYYY-MM-DD HH24:MI:SS").OrReject("updated at isn't a time"),
        };
}

[Stream] public sealed class StgSalesStream : Stream<StgSales>;
[Stream] public sealed class StgCustomersStream : Stream<StgCustomers>;
[Stream] public sealed class StgProductsStream : Stream<StgProducts>;
[Stream] public sealed class StgStoresStream : Stream<StgStores>;

[Calendar<Curated>("2020-01-01", "2029-12-31")]
public sealed class DimDate
{
    [SurrogateKey] public long DateKey { get; init; }
    [BusinessKey] public DateOnly FullDate { get; init; }
    public int Year { get; init; }
    public int Month { get; init; }

    [Define]
    internal static DimDate Of(DateOnly day) => new()
    {
        DateKey = day.Year * 10_000 + day.Month * 100 + day.Day, FullDate = day, Year = day.Year, Month = day.Month,
    };
}

[Dimension<Curated>(Scd.Type2, Deletes = Deletes.Ignore)]
public sealed class DimCustomer
{
    [SurrogateKey] public long CustomerKey { get; init; }
    [BusinessKey] public int CustomerId { get; init; }
    public string Name { get; init; }
    [Tracked, Varchar(20)] public string Segment { get; init; }
    [Tracked] public string? City { get; init; }
    [ValidFrom, Sequence] public DateTime StartDate { get; init; }
    [ValidTo] public DateTime? EndDate { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    [Load]
    internal static Query<DimCustomer> FromStaging(StgCustomersStream customers) =>
        from c in customers
        select new DimCustomer { CustomerId = c.CustomerId, Name = c.Name, Segment = c.Segment, City = c.City, StartDate = c.UpdatedAt };

    [UnknownMember] internal static DimCustomer Unknown() => new() { CustomerId = -1, Name = "Unknown", Segment = "UNKNOWN" };
}

[Dimension<Curated>(Scd.Type2, Deletes = Deletes.Ignore)]
public sealed class DimProduct
{
    [SurrogateKey] public long ProductKey { get; init; }
    [BusinessKey, Varchar(30)] public string ProductId { get; init; }
    public string Name { get; init; }
    [Tracked, Varchar(30)] public string Category { get; init; }
    [ValidFrom, Sequence] public DateTime StartDate { get; init; }
    [ValidTo] public DateTime? EndDate { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    [Load]
    internal static Query<DimProduct> FromStaging(StgProductsStream products) =>
        from p in products
        select new DimProduct { ProductId = p.ProductId, Name = p.Name, Category = p.Category, StartDate = p.UpdatedAt };
}

[Dimension<Curated>(Scd.Type2, Deletes = Deletes.Ignore)]
public sealed class DimStore
{
    [SurrogateKey] public long StoreKey { get; init; }
    [BusinessKey, Varchar(10)] public string StoreId { get; init; }
    public string Name { get; init; }
    [Tracked, Varchar(20)] public string Region { get; init; }
    [ValidFrom, Sequence] public DateTime StartDate { get; init; }
    [ValidTo] public DateTime? EndDate { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    [Load]
    internal static Query<DimStore> FromStaging(StgStoresStream stores) =>
        from s in stores
        select new DimStore { StoreId = s.StoreId, Name = s.Name, Region = s.Region, StartDate = s.UpdatedAt };
}

[Fact<Curated>(FactKind.Transaction)]
public sealed class FactSales
{
    [Grain, Varchar(30)] public string TransactionId { get; init; }
    [Grain] public int LineNumber { get; init; }
    [ForeignKey<DimDate>] public long DateKey { get; init; }
    [ForeignKey<DimCustomer>] public long CustomerKey { get; init; }
    [ForeignKey<DimProduct>] public long ProductKey { get; init; }
    [ForeignKey<DimStore>] public long StoreKey { get; init; }
    [Varchar(10)] public string Channel { get; init; }
    public DateTime SoldAt { get; init; }
    [Measure, Number(12, 3)] public decimal Quantity { get; init; }
    [Measure, Number(18, 2)] public decimal Amount { get; init; }

    [Load]
    internal static Query<FactSales> FromStaging(
        StgSalesStream sales, Query<DimDate> dates, Query<DimCustomer> customers, Query<DimProduct> products, Query<DimStore> stores) =>
        from s in sales
        select new FactSales
        {
            TransactionId = s.TransactionId,
            LineNumber = s.LineNumber,
            DateKey = dates.KeyOf(d => d.FullDate == DateOnly.FromDateTime(s.SoldAt)),
            CustomerKey = customers.KeyOf(c => c.CustomerId == s.CustomerId, asOf: s.SoldAt),
            ProductKey = products.KeyOf(p => p.ProductId == s.ProductId, asOf: s.SoldAt),
            StoreKey = stores.KeyOf(t => t.StoreId == s.StoreId, asOf: s.SoldAt),
            Channel = s.Channel,
            SoldAt = s.SoldAt,
            Quantity = s.Quantity,
            Amount = Math.Round(s.Quantity * s.UnitPrice, 2, MidpointRounding.AwayFromZero),
        };
}

[Warehouse] public sealed class SalesWarehouse;

[DynamicTable<Analytics, SalesWarehouse>]
public sealed class DailySales
{
    public DateOnly Date { get; init; }
    [Varchar(20)] public string Region { get; init; }
    [Varchar(30)] public string Category { get; init; }
    [Number(18, 2)] public decimal Amount { get; init; }
    [Number(18, 3)] public decimal Quantity { get; init; }
    public long SalesLines { get; init; }

    [Define]
    internal static Query<DailySales> Summarise(Query<FactSales> sales, Query<DimDate> dates, Query<DimStore> stores, Query<DimProduct> products) =>
        from f in sales
        join d in dates on f.DateKey equals d.DateKey
        join s in stores on f.StoreKey equals s.StoreKey
        join p in products on f.ProductKey equals p.ProductKey
        group f by (d.FullDate, s.Region, p.Category) into g
        select new DailySales
        {
            Date = g.Key.FullDate,
            Region = g.Key.Region,
            Category = g.Key.Category,
            Amount = g.Sum(f => f.Amount),
            Quantity = g.Sum(f => f.Quantity),
            SalesLines = g.Count(),
        };
}

[DynamicTable<Analytics, SalesWarehouse>]
public sealed class MonthlySegments
{
    public int Year { get; init; }
    public int Month { get; init; }
    [Varchar(20)] public string Segment { get; init; }
    [Number(18, 2)] public decimal Amount { get; init; }
    public long Customers { get; init; }

    [Define]
    internal static Query<MonthlySegments> Summarise(Query<FactSales> sales, Query<DimDate> dates, Query<DimCustomer> customers) =>
        from f in sales
        join d in dates on f.DateKey equals d.DateKey
        join c in customers on f.CustomerKey equals c.CustomerKey
        group (f, c) by (d.Year, d.Month, c.Segment) into g
        select new MonthlySegments
        {
            Year = g.Key.Year,
            Month = g.Key.Month,
            Segment = g.Key.Segment,
            Amount = g.Sum(x => x.f.Amount),
            Customers = g.CountDistinct(x => x.c.CustomerId),
        };
}

[RootTask<Curated, SalesWarehouse>(Cron = "0 * * * * UTC")] public sealed class StartSales;
[Task, After<StartSales>, Runs<RawSales>, Runs<StgSales>] public sealed class StageSales;
[Task, After<StartSales>, Runs<RawCustomers>, Runs<StgCustomers>, Runs<DimCustomer>] public sealed class LoadCustomers;
[Task, After<StartSales>, Runs<RawProducts>, Runs<StgProducts>, Runs<DimProduct>] public sealed class LoadProducts;
[Task, After<StartSales>, Runs<RawStores>, Runs<StgStores>, Runs<DimStore>] public sealed class LoadStores;
[Task, After<StageSales>, After<LoadCustomers>, After<LoadProducts>, After<LoadStores>, Runs<FactSales>] public sealed class LoadSales;
[Task, After<LoadSales>, Runs<DailySales>, Runs<MonthlySegments>] public sealed class RefreshAggregates;
