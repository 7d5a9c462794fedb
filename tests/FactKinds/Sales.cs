// A transaction fact: rows deleted at the source, corrected, late, early; dimensions that change after it.
using Pipeline.Model;

namespace FactKinds;

[CsvFormat<Sales>(NullIf = [""])] public sealed class SalesCsv;
[Stage<Sales>("${s3.root}/customers/"), Format<SalesCsv>] public sealed class CustomerFiles;
[Stage<Sales>("${s3.root}/products/"), Format<SalesCsv>] public sealed class ProductFiles;
[Stage<Sales>("${s3.root}/sales/"), Format<SalesCsv>] public sealed class SaleFiles;

/// <summary>Where a landed row comes from.</summary>
public abstract class LandedRow
{
    [FromFile(FileFact.Name)] public string FileName { get; init; }
    [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
    [LoadTime] public DateTime LoadedAt { get; init; }
}

/// <summary>Changes of customers as delivered.</summary>
[Table<Sales>, CopyFrom<CustomerFiles>]
public sealed class RawCustomers : LandedRow
{
    public string? CustomerId { get; init; }
    public string? Segment { get; init; }
    public string? ChangedAt { get; init; }
    public string? IsDeleted { get; init; }
}

/// <summary>Products as delivered.</summary>
[Table<Sales>, CopyFrom<ProductFiles>]
public sealed class RawProducts : LandedRow
{
    public string? ProductId { get; init; }
    public string? Category { get; init; }
}

/// <summary>Sales as delivered: a later row of a sale corrects it, or takes it back.</summary>
[Table<Sales>, CopyFrom<SaleFiles>]
public sealed class RawSales : LandedRow
{
    public string? SaleId { get; init; }
    public string? CustomerId { get; init; }
    public string? ProductId { get; init; }
    public string? Amount { get; init; }
    public string? SoldAt { get; init; }
    public string? ChangedAt { get; init; }
    public string? IsDeleted { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawCustomersStream : Stream<RawCustomers>;
[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawProductsStream : Stream<RawProducts>;

/// <summary>Every change of a customer.</summary>
[Table<Sales>]
public sealed class StgCustomers
{
    [BusinessKey] public int CustomerId { get; init; }
    public string Segment { get; init; }
    [BusinessKey, Sequence] public DateTime ChangedAt { get; init; }
    public bool IsDeleted { get; init; }

    [Load]
    internal static Query<StgCustomers> FromRaw(RawCustomersStream raw) =>
        from r in raw
        select new StgCustomers
        {
            CustomerId = Sql.TryToInt(r.CustomerId).OrReject(),
            Segment = r.Segment.OrReject(),
            ChangedAt = Sql.TryToTimestamp(r.ChangedAt, "YYYY-MM-DD HH24:MI:SS").OrReject(),
            IsDeleted = r.IsDeleted == "true",
        };
}

/// <summary>Products, one row each.</summary>
[Table<Sales>]
public sealed class StgProducts
{
    [BusinessKey] public string ProductId { get; init; }
    public string Category { get; init; }

    [Load]
    internal static Query<StgProducts> FromRaw(RawProductsStream raw) =>
        from r in raw
        select new StgProducts { ProductId = r.ProductId.OrReject(), Category = r.Category ?? "NONE" };
}

/// <summary>The sales that are, by what was delivered of each last; written anew by every run, so that a sale that is gone is gone here.</summary>
[Table<Sales>]
public sealed class SalesNow
{
    [BusinessKey] public string SaleId { get; init; }
    public int? CustomerId { get; init; }
    public string? ProductId { get; init; }
    [Number(12, 2)] public decimal Amount { get; init; }
    public DateTime SoldAt { get; init; }

    [Load(LoadMode.Replace)]
    internal static Query<SalesNow> Latest(Query<RawSales> raw) =>
        from r in raw.LatestBy(r => r.SaleId, r => (r.ChangedAt, r.FileName, r.FileRow))
        where r.IsDeleted != "true"
        select new SalesNow
        {
            SaleId = r.SaleId.OrReject(),
            CustomerId = Sql.TryToInt(r.CustomerId),
            ProductId = r.ProductId,
            Amount = Sql.TryToDecimal(r.Amount, 12, 2).OrReject(),
            SoldAt = Sql.TryToTimestamp(r.SoldAt, "YYYY-MM-DD HH24:MI:SS").OrReject(),
        };
}

[Stream] public sealed class SalesNowStream : Stream<SalesNow>;

/// <summary>The same sales, where only what differs is written.</summary>
[Table<Sales>(Deletes = Deletes.Remove)]
public sealed class StgSales
{
    [BusinessKey] public string SaleId { get; init; }
    public int? CustomerId { get; init; }
    public string? ProductId { get; init; }
    [Number(12, 2)] public decimal Amount { get; init; }
    public DateTime SoldAt { get; init; }

    [Load]
    internal static Query<StgSales> FromSales(SalesNowStream sales) =>
        from s in sales
        select new StgSales { SaleId = s.SaleId, CustomerId = s.CustomerId, ProductId = s.ProductId, Amount = s.Amount, SoldAt = s.SoldAt };
}

[Stream] public sealed class StgCustomersStream : Stream<StgCustomers>;
[Stream] public sealed class StgProductsStream : Stream<StgProducts>;
[Stream] public sealed class StgSalesStream : Stream<StgSales>;

/// <summary>Customers with the history of their segment.</summary>
[Dimension<Sales>(Scd.Type2, Deletes = Deletes.Close)]
public sealed class DimCustomer
{
    [SurrogateKey] public long CustomerKey { get; init; }
    [BusinessKey] public int CustomerId { get; init; }
    [Tracked] public string Segment { get; init; }
    [IsDeleted] public bool IsDeleted { get; init; }
    [ValidFrom, Sequence] public DateTime ValidFrom { get; init; }
    [ValidTo] public DateTime? ValidTo { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }

    [Load]
    internal static Query<DimCustomer> FromStaging(StgCustomersStream customers) =>
        from c in customers
        select new DimCustomer { CustomerId = c.CustomerId, Segment = c.Segment, IsDeleted = c.IsDeleted, ValidFrom = c.ChangedAt };
}

/// <summary>Products as they are now.</summary>
[Dimension<Sales>(Scd.Type1)]
public sealed class DimProduct
{
    [SurrogateKey] public long ProductKey { get; init; }
    [BusinessKey] public string ProductId { get; init; }
    public string Category { get; init; }

    [Load]
    internal static Query<DimProduct> FromStaging(StgProductsStream products) =>
        from p in products
        select new DimProduct { ProductId = p.ProductId, Category = p.Category };
}

/// <summary>Sales: of the customer as he was, with a product or without one.</summary>
[Fact<Sales>(FactKind.Transaction, Deletes = Deletes.Remove)]
public sealed class FactSales
{
    [Grain] public string SaleId { get; init; }
    [ForeignKey<DimCustomer>] public long CustomerKey { get; init; }
    [ForeignKey<DimProduct>(Missing = Missing.Invalid, NoKey = Member.NotApplicable)] public long ProductKey { get; init; }
    public DateTime SoldAt { get; init; }
    [Measure, Number(12, 2)] public decimal Amount { get; init; }

    [Load]
    internal static Query<FactSales> FromStaging(StgSalesStream sales, Query<DimCustomer> customers, Query<DimProduct> products) =>
        from s in sales
        select new FactSales
        {
            SaleId = s.SaleId,
            CustomerKey = customers.KeyOf(c => c.CustomerId == s.CustomerId, asOf: s.SoldAt),
            ProductKey = products.KeyOf(p => p.ProductId == s.ProductId),
            SoldAt = s.SoldAt,
            Amount = s.Amount,
        };
}

[Stream] public sealed class BigSalesStream : Stream<StgSales>;
[Stream] public sealed class MarkedSalesStream : Stream<StgSales>;

/// <summary>Sales above a limit: a sale that is corrected to less leaves the fact.</summary>
[Fact<Sales>(FactKind.Transaction, Deletes = Deletes.Remove)]
public sealed class FactBigSales
{
    [Grain] public string SaleId { get; init; }
    [Measure, Number(12, 2)] public decimal Amount { get; init; }

    [Load]
    internal static Query<FactBigSales> FromStaging(BigSalesStream sales) =>
        from s in sales
        where s.Amount >= 20
        select new FactBigSales { SaleId = s.SaleId, Amount = s.Amount };
}

/// <summary>Sales, of which those that the source took back are marked.</summary>
[Fact<Sales>(FactKind.Transaction, Deletes = Deletes.Mark)]
public sealed class FactMarkedSales
{
    [Grain] public string SaleId { get; init; }
    [Measure, Number(12, 2)] public decimal Amount { get; init; }
    [IsDeleted] public bool IsDeleted { get; init; }

    [Load]
    internal static Query<FactMarkedSales> FromStaging(MarkedSalesStream sales) =>
        from s in sales select new FactMarkedSales { SaleId = s.SaleId, Amount = s.Amount };
}

[Stream] public sealed class FactSalesStream : Stream<FactSales>;

/// <summary>What was sold, by the segment that the customer had and the category that the product has: an aggregate that is loaded, group by group.</summary>
[Table<Sales>]
public sealed class SalesBySegment
{
    [BusinessKey] public string Segment { get; init; }
    [BusinessKey] public string Category { get; init; }
    [Number(18, 2)] public decimal Amount { get; init; }
    public long Orders { get; init; }
    [Number(12, 2)] public decimal Largest { get; init; }

    [Load]
    internal static Query<SalesBySegment> FromFacts(FactSalesStream sales, Query<DimCustomer> customers, Query<DimProduct> products) =>
        from f in sales
        join c in customers on f.CustomerKey equals c.CustomerKey
        join p in products on f.ProductKey equals p.ProductKey
        group f by (c.Segment, p.Category) into g
        select new SalesBySegment { Segment = g.Key.Segment, Category = g.Key.Category, Amount = g.Sum(f => f.Amount), Orders = g.Count(), Largest = g.Max(f => f.Amount) };
}

/// <summary>Starts a run.</summary>
[RootTask<Sales, TransformWh>(Cron = "0 * * * * UTC")] public sealed class SalesRoot;

[Task, After<SalesRoot>, Runs<RawCustomers>, Runs<StgCustomers>, Runs<DimCustomer>] public sealed class LoadCustomers;
[Task, After<SalesRoot>, Runs<RawProducts>, Runs<StgProducts>, Runs<DimProduct>] public sealed class LoadProducts;
[Task, After<SalesRoot>, Runs<RawSales>, Runs<SalesNow>, Runs<StgSales>] public sealed class LoadSales;
[Task, After<LoadCustomers>, After<LoadProducts>, After<LoadSales>, Runs<FactSales>, Runs<FactBigSales>, Runs<FactMarkedSales>] public sealed class LoadFactSales;
[Task, After<LoadFactSales>, Runs<SalesBySegment>] public sealed class LoadSalesBySegment;
