// LANDING: files as they come. Text and VARIANT, so that loading can't fail on a value.
using Pipeline.Model;

namespace Retail;

[CsvFormat<Landing>(NullIf = ["", "NULL"], TrimSpace = true)] public sealed class SalesCsv;
[CsvFormat<Landing>(FieldDelimiter = ';')] public sealed class StoresCsv;
[JsonFormat<Landing>(StripOuterArray = true)] public sealed class RetailJson;
[ParquetFormat<Landing>] public sealed class RetailParquet;

[Stage<Landing>("${s3.root}/sales/"), Through<RetailS3>, Format<SalesCsv>] public sealed class SalesStage;
[Stage<Landing>("${s3.root}/customers/"), Through<RetailS3>, Format<RetailParquet>] public sealed class CustomersStage;
[Stage<Landing>("${s3.root}/products/"), Through<RetailS3>, Format<RetailJson>] public sealed class ProductsStage;
[Stage<Landing>("${s3.root}/stores/"), Through<RetailS3>, Format<StoresCsv>] public sealed class StoresStage;

/// <summary>Where a landed row comes from; every landing table has these.</summary>
public abstract class LandedRow
{
    /// <summary>The file that delivered the row.</summary>
    [FromFile(FileFact.Name)] public string FileName { get; init; }

    /// <summary>The row's number in the file.</summary>
    [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }

    /// <summary>A checksum of the file: another where a file of the same name came again with other content.</summary>
    [FromFile(FileFact.ContentKey)] public string? FileContentKey { get; init; }

    /// <summary>When the file was copied.</summary>
    [LoadTime] public DateTime LoadedAt { get; init; }
}

/// <summary>Sales as the tills and the web shop deliver them, one row per order line.</summary>
[Table<Landing>, CopyFrom<SalesStage>(Pattern = @".*sales_\d{8}.*\.csv")]
public sealed class RawSales : LandedRow
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
}

/// <summary>Customer profiles, one row per change of a customer.</summary>
[Table<Landing>, CopyFrom<CustomersStage>(Pattern = @".*\.parquet", OnError = OnError.SkipFile)]
public sealed class RawCustomers : LandedRow
{
    public int? CustomerId { get; init; }
    [Pii, Tagged<Sensitivity>("personal")] public string? Name { get; init; }
    [Pii, Tagged<Sensitivity>("personal")] public string? Email { get; init; }
    public string? Segment { get; init; }
    public string? City { get; init; }
    public DateTime? UpdatedAt { get; init; }
}

/// <summary>The product catalogue, one document per product that changed.</summary>
[Table<Landing>, CopyFrom<ProductsStage>(Pattern = @".*\.json")]
public sealed class RawProducts : LandedRow
{
    /// <summary>The document; <see cref="ProductDocument"/> is its shape.</summary>
    public Variant Document { get; init; }
}

/// <summary>The shape of a product document; a member that a document lacks is null.</summary>
public sealed class ProductDocument
{
    [FromField("id")] public string? Id { get; init; }
    [FromField("name")] public string? Name { get; init; }
    [FromField("category")] public string? Category { get; init; }
    [FromField("price")] public PriceShape? Price { get; init; }
    [FromField("variants")] public IReadOnlyList<VariantShape>? Variants { get; init; }
    [FromField("updated_at")] public string? UpdatedAt { get; init; }

    public sealed class PriceShape
    {
        [FromField("amount")] public decimal? Amount { get; init; }
        [FromField("currency")] public string? Currency { get; init; }
    }

    public sealed class VariantShape
    {
        [FromField("sku")] public string? Sku { get; init; }
        [FromField("colour")] public string? Colour { get; init; }
    }
}

/// <summary>The store register, whole each time.</summary>
[Table<Landing>, CopyFrom<StoresStage>(Pattern = @".*\.csv")]
public sealed class RawStores : LandedRow
{
    public string? StoreId { get; init; }
    public string? StoreName { get; init; }
    public string? Region { get; init; }
    public string? OpenedOn { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawSalesStream : Stream<RawSales>;
[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawCustomersStream : Stream<RawCustomers>;
[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawProductsStream : Stream<RawProducts>;
[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawStoresStream : Stream<RawStores>;
