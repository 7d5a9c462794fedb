namespace OnlineRetail.Tests.Oracle;

/// <summary>A fact; the surrogate keys stand as what they refer to: a key and the beginning of its version.</summary>
internal sealed record FactLine(
    string File,
    long Row,
    string Invoice,
    DateOnly Day,
    string StockCode,
    DateTime ProductSince,
    int? CustomerId,
    DateTime? CustomerSince,
    string Country,
    DateTime SoldAt,
    decimal Quantity,
    decimal UnitPrice,
    decimal Amount);
