// STAGING: typed and cleaned; a line that breaks a rule is kept in STAGING.REJECTED_STG_SALES_LINES.
using Pipeline.Model;

namespace OnlineRetail;

/// <summary>What several columns clean alike; inlined where it is called.</summary>
public static class Clean
{
    /// <summary>Without blanks around it; null where nothing is left.</summary>
    public static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The same in upper case: some stock codes were typed in lower case.</summary>
    public static string? Code(string? value) => Text(value)?.ToUpperInvariant();
}

/// <summary>
/// Invoice lines that can be used, one row per line of a file. Every line is kept, since products and customers get their history
/// from them.
/// </summary>
[Table<Staging>]
public sealed class StgSalesLines
{
    [BusinessKey] public string FileName { get; init; }
    [BusinessKey] public long FileRow { get; init; }

    /// <summary>The invoice's time, to the minute.</summary>
    [BusinessKey, Sequence] public DateTime SoldAt { get; init; }

    public string InvoiceNo { get; init; }
    public bool IsCancellation { get; init; }
    public string StockCode { get; init; }
    public string? Description { get; init; }
    [Number(12, 3)] public decimal Quantity { get; init; }
    [Number(14, 4)] public decimal UnitPrice { get; init; }

    /// <summary>Null where nobody is known: a third of the lines.</summary>
    public int? CustomerId { get; init; }

    public string Country { get; init; }

    [Load]
    internal static Query<StgSalesLines> FromRaw(RawSalesStream raw) =>
        from r in raw
        let quantity = Sql.TryToDecimal(r.Quantity, 12, 3).OrReject("quantity isn't a number")
        let price = Sql.TryToDecimal(r.UnitPrice, 14, 4).OrReject("unit price isn't a number")
        let soldAt = Sql.TryToTimestamp(r.InvoiceDate, "YYYY-MM-DD HH24:MI:SS").OrReject("invoice date isn't a time")
        let invoice = Clean.Text(r.InvoiceNo)
        select new StgSalesLines
        {
            FileName = r.FileName,
            FileRow = r.FileRow,
            SoldAt = soldAt,
            CustomerId = Clean.Text(r.CustomerId) is null ? null : Sql.TryToInt(r.CustomerId).OrReject("customer isn't a number"),
            InvoiceNo = invoice.OrReject("no invoice number"),
            IsCancellation = invoice != null && invoice.StartsWith("C"),
            StockCode = Clean.Code(r.StockCode).OrReject("no stock code"),
            Description = Clean.Text(r.Description),
            Quantity = quantity,
            UnitPrice = price,
            Country = Clean.Text(r.Country).OrReject("no country"),
        };

    /// <summary>Only a cancellation takes goods back; a negative sale is a correction of the stock.</summary>
    [Expect(OnViolation.Reject)] internal static bool QuantityIsInRange(StgSalesLines s) => s.Quantity > 0 || s.Quantity < 0 && s.IsCancellation;

    /// <summary>What costs nothing was not sold: lost, found, or given away.</summary>
    [Expect(OnViolation.Reject)] internal static bool PriceIsInRange(StgSalesLines s) => s.UnitPrice > 0;
}

// One stream per consumer: each moves its own offset.
[Stream] public sealed class ProductLinesStream : Stream<StgSalesLines>;
[Stream] public sealed class CustomerLinesStream : Stream<StgSalesLines>;
[Stream] public sealed class FactLinesStream : Stream<StgSalesLines>;
