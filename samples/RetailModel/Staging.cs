// STAGING: typed, cleaned, one row per business key; a row that breaks a rule is kept in STAGING.REJECTED_...
using Pipeline.Model;

namespace Retail;

public enum SalesChannel { Unknown, Web, Store, Phone }

/// <summary>What several loads clean alike; inlined where it is called.</summary>
public static class Clean
{
    /// <summary>Without blanks around it; null where nothing is left.</summary>
    public static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The same in upper case, for codes that people type.</summary>
    public static string? Code(string? value) => Text(value)?.ToUpperInvariant();

    /// <summary>The channel by any of the names that tills and shops have for it.</summary>
    public static SalesChannel Channel(string? value) => Code(value) switch
    {
        "WEB" or "ONLINE" => SalesChannel.Web,
        "STORE" or "POS" => SalesChannel.Store,
        "PHONE" => SalesChannel.Phone,
        _ => SalesChannel.Unknown,
    };
}

/// <summary>Validated sales with proper types, one row per order line; a line that is delivered again replaces the one before.</summary>
[Table<Staging>]
public sealed class StgSales
{
    [BusinessKey, Varchar(30)] public string TransactionId { get; init; }
    [BusinessKey] public int LineNumber { get; init; }

    /// <summary>Null for a walk-in sale.</summary>
    public int? CustomerId { get; init; }

    [Varchar(30)] public string ProductId { get; init; }
    [Varchar(10)] public string StoreId { get; init; }

    /// <summary>Pieces, or kilograms of what is sold by weight.</summary>
    [Number(12, 3)] public decimal Quantity { get; init; }

    [Number(12, 2)] public decimal UnitPrice { get; init; }
    [Number(18, 2)] public decimal TotalAmount { get; init; }
    [Sequence] public DateTime SoldAt { get; init; }
    public SalesChannel Channel { get; init; }

    [Load]
    internal static Query<StgSales> FromRaw(RawSalesStream raw) =>
        from r in raw
        let quantity = Sql.TryToDecimal(r.Quantity, 12, 3).OrReject("quantity isn't a number")
        let price = Sql.TryToDecimal(r.UnitPrice, 12, 2).OrReject("unit price isn't a number")
        select new StgSales
        {
            TransactionId = Clean.Code(r.TransactionId).OrReject("no transaction id"),
            LineNumber = Sql.TryToInt(r.LineNumber) ?? 1,
            CustomerId = Sql.TryToInt(r.CustomerId),
            ProductId = Clean.Code(r.ProductId).OrReject("no product id"),
            StoreId = Clean.Code(r.StoreId) ?? "ONLINE",
            Quantity = quantity,
            UnitPrice = price,
            TotalAmount = Math.Round(quantity * price, 2, MidpointRounding.AwayFromZero),
            SoldAt = Sql.TryToTimestamp(r.SoldAt, "YYYY-MM-DD HH24:MI:SS").OrReject("sold at isn't a time"),
            Channel = Clean.Channel(r.Channel),
        };

    /// <summary>Nothing is sold for less than nothing; a return isn't a sale.</summary>
    [Expect(OnViolation.Reject)] internal static bool AmountsArePositive(StgSales s) => s is { Quantity: > 0, UnitPrice: >= 0 };

    [Expect(OnViolation.Reject)] internal static bool ProductIdHasTheRightForm(StgSales s) => Sql.IsMatch(s.ProductId, "[A-Z]{2}-[0-9]{4}");
    [Expect(OnViolation.Warn)] internal static bool QuantityIsPlausible(StgSales s) => s.Quantity <= 100;
    [Expect(OnViolation.Stop)] internal static bool NothingIsOlderThanTheCompany(StgSales s) => s.SoldAt.Year >= 2009;
}

/// <summary>Every state that a customer has had, one row per change: DIM_CUSTOMER makes its history of it.</summary>
[Table<Staging>]
public sealed class StgCustomers
{
    [BusinessKey] public int CustomerId { get; init; }
    public string Name { get; init; }
    public string? Email { get; init; }
    [Varchar(20)] public string Segment { get; init; }
    public string? City { get; init; }

    /// <summary>When the customer changed. A part of the key: only the very same change is a duplicate.</summary>
    [BusinessKey, Sequence] public DateTime UpdatedAt { get; init; }

    [Load]
    internal static Query<StgCustomers> FromRaw(RawCustomersStream raw) =>
        from r in raw
        select new StgCustomers
        {
            CustomerId = r.CustomerId.OrReject("no customer id"),
            Name = Clean.Text(r.Name) ?? "UNKNOWN",
            Email = Clean.Text(r.Email)?.ToLowerInvariant(),
            Segment = Clean.Code(r.Segment) ?? "STANDARD",
            City = Clean.Text(r.City),
            UpdatedAt = r.UpdatedAt.OrReject("no time of change"),
        };

    [Expect(OnViolation.Warn)] internal static bool EmailLooksLikeOne(StgCustomers c) => c.Email is null || Sql.IsMatch(c.Email, @"[^@ ]+@[^@ ]+\.[a-z]+");
}

/// <summary>The product catalogue, flat: one row per product, as it was last.</summary>
[Table<Staging>]
public sealed class StgProducts
{
    [BusinessKey, Varchar(30)] public string ProductId { get; init; }
    public string ProductName { get; init; }
    [Varchar(30)] public string Category { get; init; }
    [Number(12, 2)] public decimal? ListPrice { get; init; }
    [Varchar(3)] public string Currency { get; init; }
    public int VariantCount { get; init; }
    [Sequence] public DateTime UpdatedAt { get; init; }

    [Load]
    internal static Query<StgProducts> FromRaw(RawProductsStream raw) =>
        from r in raw
        let product = r.Document.As<ProductDocument>().OrReject("not a product")
        select new StgProducts
        {
            ProductId = Clean.Code(product.Id).OrReject("no product id"),
            ProductName = Clean.Text(product.Name) ?? "UNNAMED",
            Category = Clean.Code(product.Category) ?? "OTHER",
            ListPrice = product.Price?.Amount is { } price ? Math.Round(price, 2) : null,
            Currency = Clean.Code(product.Price?.Currency) ?? "EUR",
            VariantCount = product.Variants?.Count ?? 0,
            UpdatedAt = Sql.TryToTimestamp(product.UpdatedAt, "AUTO").OrReject("updated_at isn't a time"),
        };

    [Expect(OnViolation.Warn)] internal static bool HasAPrice(StgProducts p) => p.ListPrice > 0;
}

/// <summary>Stores, one row per store. The register has no time of change, so the file that came last counts.</summary>
[Table<Staging>]
public sealed class StgStores
{
    [BusinessKey, Varchar(10)] public string StoreId { get; init; }
    public string StoreName { get; init; }
    [Varchar(20)] public string Region { get; init; }
    public DateOnly? OpenedOn { get; init; }

    [Load]
    internal static Query<StgStores> FromRaw(RawStoresStream raw) =>
        from r in raw.LatestBy(r => Clean.Code(r.StoreId), r => (r.LoadedAt, r.FileName, r.FileRow))
        select new StgStores
        {
            StoreId = Clean.Code(r.StoreId).OrReject("no store id"),
            StoreName = Clean.Text(r.StoreName) ?? "UNNAMED",
            Region = Clean.Code(r.Region) ?? "UNKNOWN",
            OpenedOn = Sql.TryToDate(r.OpenedOn, "DD.MM.YYYY"),
        };
}

[Stream] public sealed class StgSalesStream : Stream<StgSales>;
[Stream] public sealed class StgCustomersStream : Stream<StgCustomers>;
[Stream] public sealed class StgProductsStream : Stream<StgProducts>;
[Stream] public sealed class StgStoresStream : Stream<StgStores>;
