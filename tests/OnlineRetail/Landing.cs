// LANDING: files as they come, as text, so that loading can't fail on a value.
using Pipeline.Model;

namespace OnlineRetail;

[CsvFormat<Landing>(NullIf = [""])] public sealed class SalesCsv;

[Stage<Landing>("${s3.root}/sales/"), Through<InvoicesS3>, Format<SalesCsv>] public sealed class SalesStage;

/// <summary>Invoice lines as delivered, one row per line; two equal lines are two rows.</summary>
[Table<Landing>, CopyFrom<SalesStage>(Pattern = @".*sales_\d{8}\.csv")]
public sealed class RawSales
{
    [FromField("InvoiceNo")] public string? InvoiceNo { get; init; }
    [FromField("StockCode")] public string? StockCode { get; init; }
    public string? Description { get; init; }
    public string? Quantity { get; init; }
    [FromField("InvoiceDate")] public string? InvoiceDate { get; init; }
    [FromField("UnitPrice")] public string? UnitPrice { get; init; }
    [FromField("CustomerID")] public string? CustomerId { get; init; }
    public string? Country { get; init; }

    /// <summary>The file that delivered the line.</summary>
    [FromFile(FileFact.Name)] public string FileName { get; init; }

    /// <summary>The line's number in the file.</summary>
    [FromFile(FileFact.RowNumber)] public long FileRow { get; init; }

    /// <summary>When the file was copied.</summary>
    [LoadTime] public DateTime LoadedAt { get; init; }
}

[Stream(Mode = StreamMode.AppendOnly)] public sealed class RawSalesStream : Stream<RawSales>;
