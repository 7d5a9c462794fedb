// Suppliers: price lists stay in the bucket as they were sent, a folder a month; an external table shows them, its stream brings new ones to STAGING.
using Pipeline.Model;

namespace Retail;

[CsvFormat<Landing>(SkipHeader = 1, NullIf = [""], TrimSpace = true)] public sealed class PriceListCsv;
[Stage<Landing>("${s3.root}/suppliers/"), Through<RetailS3>, Format<PriceListCsv>] public sealed class SuppliersStage;

/// <summary>A line of a price list, with where it lies.</summary>
public abstract class PriceListLine
{
    public string? ProductId { get; init; }
    public string? Price { get; init; }
    public string? Currency { get; init; }

    /// <summary>The month of the list: the folder <c>month=2024-01</c>.</summary>
    [FromPath("month", Format = "YYYY-MM")] public DateOnly? Month { get; init; }

    /// <summary>Who sent the list: the folder that holds it.</summary>
    [FromPath(1)] public string? Supplier { get; init; }

    [FromFile(FileFact.Name)] public string FileName { get; init; }
    [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }
}

/// <summary>The suppliers' price lists of each month, as they lie in the bucket.</summary>
[ExternalTable<Landing, SuppliersStage>(Path = "prices/", Pattern = @".*\.csv")] public sealed class SupplierPrices : PriceListLine;

/// <summary>The same by the month: who asks for one leaves the files of the others unread. Snowflake has no streams on it, so both are there.</summary>
[ExternalTable<Landing, SuppliersStage>(Path = "prices/", Pattern = @".*\.csv", PartitionBy = [nameof(Month)])] public sealed class SupplierPricesByMonth : PriceListLine;

[Stream(Mode = StreamMode.InsertOnly)] public sealed class SupplierPricesStream : Stream<SupplierPrices>;

/// <summary>What a supplier asks for a product in a month; a list that is sent again replaces its prices.</summary>
[Table<Staging>]
public sealed class StgSupplierPrices
{
    [BusinessKey, Varchar(30)] public string Supplier { get; init; }
    [BusinessKey, Varchar(30)] public string ProductId { get; init; }
    [BusinessKey] public DateOnly Month { get; init; }
    [Number(12, 2)] public decimal Price { get; init; }
    [Varchar(3)] public string Currency { get; init; }

    [Load]
    internal static Query<StgSupplierPrices> FromLists(SupplierPricesStream prices) =>
        from p in prices
        select new StgSupplierPrices
        {
            Supplier = Clean.Code(p.Supplier).OrReject("no supplier"),
            ProductId = Clean.Code(p.ProductId).OrReject("no product id"),
            Month = p.Month.OrReject("the folder is no month"),
            Price = Sql.TryToDecimal(p.Price, 12, 2).OrReject("price isn't a number"),
            Currency = Clean.Code(p.Currency) ?? "EUR",
        };
}
