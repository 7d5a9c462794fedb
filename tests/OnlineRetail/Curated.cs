// CURATED: the star. The lines themselves are all that is known of products and customers.
using Pipeline.Model;

namespace OnlineRetail;

/// <summary>Every day from 2009 to 2015.</summary>
[Calendar<Curated>("2009-01-01", "2015-12-31")]
public sealed class DimDate
{
    /// <summary>The day as a number that people can read: 20101201.</summary>
    [SurrogateKey] public long DateKey { get; init; }

    [BusinessKey] public DateOnly FullDate { get; init; }
    public int Year { get; init; }
    public int Quarter { get; init; }
    public int Month { get; init; }
    public int Day { get; init; }
    public bool IsWeekend { get; init; }

    [Define]
    internal static DimDate Of(DateOnly day) => new()
    {
        DateKey = day.Year * 10_000 + day.Month * 100 + day.Day,
        FullDate = day,
        Year = day.Year,
        Quarter = (day.Month + 2) / 3,
        Month = day.Month,
        Day = day.Day,
        IsWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
    };

    [UnknownMember] internal static DimDate Unknown() => new() { DateKey = -1, FullDate = new DateOnly(1900, 1, 1) };
}

/// <summary>Products with the history of their description and price, as the invoices show them.</summary>
[Dimension<Curated>(Scd.Type2, Deletes = Deletes.Ignore)]
public sealed class DimProduct
{
    [SurrogateKey] public long ProductKey { get; init; }
    [BusinessKey] public string StockCode { get; init; }

    /// <summary>Null where the line had none: that is a change like any other.</summary>
    [Tracked] public string? Description { get; init; }

    [Tracked, Number(14, 4)] public decimal UnitPrice { get; init; }
    [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
    [ValidTo] public DateTime? ValidTo { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    /// <summary>Lines of one code in one minute may differ: the last in the file counts.</summary>
    [Load]
    internal static Query<DimProduct> FromLines(ProductLinesStream lines) =>
        from s in lines
        select new DimProduct { StockCode = s.StockCode, Description = s.Description, UnitPrice = s.UnitPrice, ValidFrom = s.SoldAt };
}

/// <summary>Customers with the history of their country.</summary>
[Dimension<Curated>(Scd.Type2, Deletes = Deletes.Ignore)]
public sealed class DimCustomer
{
    [SurrogateKey] public long CustomerKey { get; init; }
    [BusinessKey] public int CustomerId { get; init; }
    [Tracked] public string Country { get; init; }
    [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
    [ValidTo] public DateTime? ValidTo { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    [Load]
    internal static Query<DimCustomer> FromLines(CustomerLinesStream lines) =>
        from s in lines
        where s.CustomerId != null
        select new DimCustomer { CustomerId = s.CustomerId.OrReject(), Country = s.Country, ValidFrom = s.SoldAt };

    [UnknownMember] internal static DimCustomer Unknown() => new() { CustomerId = -1, Country = "UNKNOWN" };
}

/// <summary>Invoice lines, cancellations with a negative quantity.</summary>
[Fact<Curated>(FactKind.Transaction, ClusterBy = [nameof(DateKey)])]
public sealed class FactSales
{
    [Grain] public string FileName { get; init; }
    [Grain] public long FileRow { get; init; }
    public string InvoiceNo { get; init; }
    [ForeignKey<DimDate>] public long DateKey { get; init; }
    [ForeignKey<DimProduct>] public long ProductKey { get; init; }

    /// <summary>-1 where the line names nobody.</summary>
    [ForeignKey<DimCustomer>] public long CustomerKey { get; init; }

    /// <summary>The country on the line, since a third of the lines have no customer to ask.</summary>
    public string Country { get; init; }

    [Sequence] public DateTime SoldAt { get; init; }
    [Measure, Number(12, 3)] public decimal Quantity { get; init; }
    [Measure(Additivity.NonAdditive), Number(14, 4)] public decimal UnitPrice { get; init; }
    [Measure, Number(24, 4)] public decimal Amount { get; init; }

    [Load]
    internal static Query<FactSales> FromLines(
        FactLinesStream lines, Query<DimDate> dates, Query<DimProduct> products, Query<DimCustomer> customers) =>
        from s in lines
        select new FactSales
        {
            FileName = s.FileName,
            FileRow = s.FileRow,
            InvoiceNo = s.InvoiceNo,
            DateKey = dates.KeyOf(d => d.FullDate == DateOnly.FromDateTime(s.SoldAt)),
            ProductKey = products.KeyOf(p => p.StockCode == s.StockCode, asOf: s.SoldAt),
            CustomerKey = customers.KeyOf(c => c.CustomerId == s.CustomerId, asOf: s.SoldAt),
            Country = s.Country,
            SoldAt = s.SoldAt,
            Quantity = s.Quantity,
            UnitPrice = s.UnitPrice,
            Amount = Math.Round(s.Quantity * s.UnitPrice, 4, MidpointRounding.AwayFromZero),
        };
}
