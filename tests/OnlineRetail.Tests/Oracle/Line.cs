namespace OnlineRetail.Tests.Oracle;

/// <summary>A line that was accepted.</summary>
internal sealed record Line(
    string File,
    long Row,
    string Invoice,
    string StockCode,
    string? Description,
    decimal Quantity,
    DateTime SoldAt,
    decimal UnitPrice,
    int? CustomerId,
    string Country)
{
    public decimal Amount => Math.Round(Quantity * UnitPrice, 4, MidpointRounding.AwayFromZero);
}
