// CURATED: the star. Dimensions first, then the fact that looks up their keys.
using Pipeline.Model;

namespace Retail;

/// <summary>Public holidays of the whole country, as seeds/holidays.csv has them: shops are closed, and the web shop isn't.</summary>
[Table<Curated>, SeedFile("seeds/holidays.csv")]
public sealed class Holidays
{
    [BusinessKey] public DateOnly Day { get; init; }
    [Varchar(40)] public string Name { get; init; }
}

/// <summary>Every day from 2009 to 2035.</summary>
[Calendar<Curated>("2009-01-01", "2035-12-31")]
public sealed class DimDate
{
    /// <summary>The day as a number that people can read: 20240115.</summary>
    [SurrogateKey] public long DateKey { get; init; }

    [BusinessKey] public DateOnly FullDate { get; init; }
    public int Year { get; init; }
    public int Quarter { get; init; }
    public int Month { get; init; }
    public int Day { get; init; }
    public int IsoWeek { get; init; }
    public int IsoWeekYear { get; init; }
    public bool IsWeekend { get; init; }

    /// <summary>The business's year: it begins with February, and is called after the year in which it does.</summary>
    public int FiscalYear { get; init; }
    public int FiscalQuarter { get; init; }

    /// <summary>The public holiday; null for all other days.</summary>
    [Varchar(40)] public string? Holiday { get; init; }

    [Define]
    internal static DimDate Of(DateOnly day, Query<Holidays> holidays) => new()
    {
        DateKey = day.Year * 10_000 + day.Month * 100 + day.Day,
        FullDate = day,
        Year = day.Year,
        Quarter = (day.Month + 2) / 3,
        Month = day.Month,
        Day = day.Day,
        IsoWeek = Sql.IsoWeek(day),
        IsoWeekYear = Sql.IsoWeekYear(day),
        IsWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
        FiscalYear = day.AddMonths(-1).Year,
        FiscalQuarter = (day.AddMonths(-1).Month + 2) / 3,
        Holiday = holidays.Where(h => h.Day == day).Max(h => h.Name),
    };

    [UnknownMember] internal static DimDate Unknown() => new() { DateKey = -1, FullDate = new DateOnly(1900, 1, 1) };
}

/// <summary>Customers with the history of their segment and city.</summary>
[Dimension<Curated>(Scd.Type2, Deletes = Deletes.Close, LatenessDays = 90), Tagged<CostCenter>("retail")]
public sealed class DimCustomer
{
    [SurrogateKey] public long CustomerKey { get; init; }
    [BusinessKey] public int CustomerId { get; init; }
    [Masked<NameMask>, Tagged<Sensitivity>("personal")] public string Name { get; init; }
    [Masked<EmailMask>, Tagged<Sensitivity>("personal")] public string? Email { get; init; }
    [Tracked, Varchar(20)] public string Segment { get; init; }
    [Tracked] public string? City { get; init; }
    [ValidFrom, Sequence] public DateTime StartDate { get; init; }
    [ValidTo] public DateTime? EndDate { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }
    [IsInferred] public bool IsInferred { get; init; }

    [Load]
    internal static Query<DimCustomer> FromStaging(StgCustomersStream customers) =>
        from c in customers
        select new DimCustomer
        {
            CustomerId = c.CustomerId,
            Name = c.Name,
            Email = c.Email,
            Segment = c.Segment,
            City = c.City,
            StartDate = c.UpdatedAt,
        };

    [UnknownMember] internal static DimCustomer Unknown() => new() { CustomerId = -1, Name = "Unknown", Segment = "UNKNOWN" };
}

/// <summary>Products as they are now.</summary>
[Dimension<Curated>(Scd.Type1, Deletes = Deletes.Mark, MaxDeletedPercent = 50)]
public sealed class DimProduct
{
    [SurrogateKey] public long ProductKey { get; init; }
    [BusinessKey, Varchar(30)] public string ProductId { get; init; }
    public string ProductName { get; init; }
    [Varchar(30)] public string Category { get; init; }
    [Number(12, 2)] public decimal? ListPrice { get; init; }
    [Sequence] public DateTime UpdatedAt { get; init; }
    [IsDeleted] public bool IsDeleted { get; init; }
    [IsInferred] public bool IsInferred { get; init; }

    [Load]
    internal static Query<DimProduct> FromStaging(StgProductsStream products) =>
        from p in products
        select new DimProduct
        {
            ProductId = p.ProductId,
            ProductName = p.ProductName,
            Category = p.Category,
            ListPrice = p.ListPrice,
            UpdatedAt = p.UpdatedAt,
        };
}

/// <summary>Stores and their regions.</summary>
[Dimension<Curated>(Scd.Type1, Deletes = Deletes.Ignore)]
public sealed class DimStore
{
    [SurrogateKey] public long StoreKey { get; init; }
    [BusinessKey, Varchar(10)] public string StoreId { get; init; }
    public string StoreName { get; init; }
    [Varchar(20)] public string Region { get; init; }
    public DateOnly? OpenedOn { get; init; }

    [Load]
    internal static Query<DimStore> FromStaging(StgStoresStream stores) =>
        from s in stores
        select new DimStore { StoreId = s.StoreId, StoreName = s.StoreName, Region = s.Region, OpenedOn = s.OpenedOn };
}

/// <summary>Sales, one row per order line.</summary>
[Fact<Curated>(FactKind.Transaction, ClusterBy = [nameof(DateKey), nameof(StoreKey)]), Freshness(Minutes = 1560)]
public sealed class FactSales
{
    [Grain, Varchar(30)] public string TransactionId { get; init; }
    [Grain] public int LineNumber { get; init; }
    [ForeignKey<DimDate>] public long DateKey { get; init; }

    /// <summary>The customer as he was when it was sold; -1 for a walk-in sale.</summary>
    [ForeignKey<DimCustomer>(Missing = Missing.Infer)] public long CustomerKey { get; init; }

    [ForeignKey<DimProduct>(Missing = Missing.Infer)] public long ProductKey { get; init; }
    [ForeignKey<DimStore>] public long StoreKey { get; init; }
    public SalesChannel Channel { get; init; }
    public DateTime SoldAt { get; init; }
    [Measure, Number(12, 3)] public decimal Quantity { get; init; }
    [Measure(Additivity.NonAdditive), Number(12, 2)] public decimal UnitPrice { get; init; }
    [Measure, Number(18, 2)] public decimal TotalAmount { get; init; }
    [LoadTime] public DateTime LoadedAt { get; init; }

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
            ProductKey = products.KeyOf(p => p.ProductId == s.ProductId),
            StoreKey = stores.KeyOf(t => t.StoreId == s.StoreId),
            Channel = s.Channel,
            SoldAt = s.SoldAt,
            Quantity = s.Quantity,
            UnitPrice = s.UnitPrice,
            TotalAmount = s.TotalAmount,
        };
}
