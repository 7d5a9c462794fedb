namespace OnlineRetail.Tests.Oracle;

/// <summary>A stock code's description and price for a time.</summary>
internal sealed record ProductVersion(
    string StockCode, string? Description, decimal UnitPrice, DateTime ValidFrom, DateTime? ValidTo, bool IsCurrent);
