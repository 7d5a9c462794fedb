// Gates between the layers: a task checks each before what is made of it. A method's name is the check's name in QUALITY_METRICS.
using Pipeline.Model;

namespace Retail;

/// <summary>Is what has landed fit to be read? What landed since staging last read it is looked at.</summary>
[Gate<Landing, Staging>]
public sealed class LandingGate
{
    /// <summary>Schema: a file in which a column that every sale needs has no value at all lacks the column.</summary>
    [Check(OnFailure.Warn)]
    internal static Query<FileOfSales> ColumnsExist(RawSalesStream sales) =>
        from s in sales
        group s by s.FileName into f
        where f.Max(s => s.TransactionId) == null || f.Max(s => s.ProductId) == null || f.Max(s => s.Quantity) == null || f.Max(s => s.SoldAt) == null
        select new FileOfSales { FileName = f.Key };

    /// <summary>Types: a file in which more than one quantity in a hundred is no number.</summary>
    [Check(OnFailure.Warn)]
    internal static Query<FileOfSales> QuantitiesAreNumbers(RawSalesStream sales) =>
        from s in sales
        group s by s.FileName into f
        where f.Count(s => s.Quantity != null && Sql.TryToDecimal(s.Quantity, 12, 3) == null) * 100 > f.Count()
        select new FileOfSales { FileName = f.Key };

    /// <summary>NOT NULL: a sale without its transaction can't be told from others.</summary>
    [Check(OnFailure.Warn)] internal static Query<RawSales> NullTransactionId(RawSalesStream sales) => from s in sales where s.TransactionId == null select s;

    /// <summary>Duplicates: a line of a transaction that a file holds more than once.</summary>
    [Check(OnFailure.Warn)]
    internal static Query<LineOfSales> DuplicateSales(RawSalesStream sales) =>
        from s in sales
        group s by (s.FileName, s.TransactionId, s.LineNumber) into line
        where line.Count() > 1
        select new LineOfSales { TransactionId = line.Key.TransactionId, LineNumber = line.Key.LineNumber };

    public sealed class FileOfSales
    {
        public required string FileName { get; init; }
    }

    public sealed class LineOfSales
    {
        public string? TransactionId { get; init; }
        public string? LineNumber { get; init; }
    }
}

/// <summary>May the star be loaded from it? Of sales, what the fact has not read yet is looked at.</summary>
[Gate<Staging, Curated>]
public sealed class StagingGate
{
    /// <summary>Referential integrity: sales of products that the catalogue doesn't have; the fact infers them.</summary>
    [Check(OnFailure.Warn)]
    internal static Query<StgSales> OrphanProducts(StgSalesStream sales, Query<StgProducts> products) =>
        from s in sales
        where !products.Any(p => p.ProductId == s.ProductId)
        select s;

    /// <summary>Business rules: nothing is sold for nothing, or before there was a shop.</summary>
    [Check] internal static Query<StgSales> AmountsAndDatesAreValid(StgSalesStream sales) => from s in sales where s.TotalAmount < 0 || s.SoldAt.Year < 2009 select s;

    /// <summary>Ranges: what nobody can carry home is a slip of the finger.</summary>
    [Check] internal static Query<StgSales> QuantitiesAreInRange(StgSalesStream sales) => from s in sales where s.Quantity is <= 0 or > 10_000 select s;

    /// <summary>Completeness: days on which more than nine in ten sales have no customer.</summary>
    [Check(OnFailure.Warn)]
    internal static Query<DayOfSales> NullCustomerId(StgSalesStream sales) =>
        from s in sales
        group s by DateOnly.FromDateTime(s.SoldAt) into day
        where day.Count(s => s.CustomerId == null) * 10 > day.Count() * 9
        select new DayOfSales { Day = day.Key };

    public sealed class DayOfSales
    {
        public DateOnly Day { get; init; }
    }
}

/// <summary>May the marts be made of it?</summary>
[Gate<Curated, Analytics>]
public sealed class CuratedGate
{
    /// <summary>Continuity: days without a sale between the first and the last.</summary>
    [Check(OnFailure.Warn)]
    internal static Query<DimDate> SalesOnEachDay(Query<DimDate> dates, Query<FactSales> sales) =>
        from d in dates
        where d.DateKey > sales.Where(f => f.DateKey > 0).Min(f => f.DateKey) && d.DateKey < sales.Max(f => f.DateKey) && !sales.Any(f => f.DateKey == d.DateKey)
        select d;

    /// <summary>Consistency: every customer that was staged is a member of the dimension.</summary>
    [Check]
    internal static Query<StgCustomers> CustomersMatch(Query<StgCustomers> staged, Query<DimCustomer> customers) =>
        from s in staged
        where !customers.Any(c => c.CustomerId == s.CustomerId)
        select s;
}

/// <summary>Does what was made of it add up?</summary>
[Gate<Analytics, Analytics>]
public sealed class AnalyticsGate
{
    /// <summary>Reconciliation: days of which the summary tells another amount than the fact.</summary>
    [Check]
    internal static Query<Difference> AggReconciliation(Query<FactSales> sales, Query<DimDate> dates, Query<DailySalesSummary> summary) =>
        from f in OfFact(sales, dates)
        join s in OfSummary(summary).Optional() on f.Day equals s.Day
        where s == null || f.Amount != s.Amount
        select new Difference { Day = f.Day, Amount = f.Amount };

    private static Query<Difference> OfFact(Query<FactSales> sales, Query<DimDate> dates) =>
        from f in sales
        join d in dates on f.DateKey equals d.DateKey
        group f by d.FullDate into day
        select new Difference { Day = day.Key, Amount = day.Sum(f => f.TotalAmount) };

    private static Query<Difference> OfSummary(Query<DailySalesSummary> summary) =>
        from s in summary
        group s by s.Date into day
        select new Difference { Day = day.Key, Amount = day.Sum(s => s.TotalSales) };

    public sealed class Difference
    {
        public DateOnly Day { get; init; }
        [Number(38, 2)] public decimal Amount { get; init; }
    }
}
