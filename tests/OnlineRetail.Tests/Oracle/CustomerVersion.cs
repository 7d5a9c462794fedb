namespace OnlineRetail.Tests.Oracle;

/// <summary>A customer's country for a time.</summary>
internal sealed record CustomerVersion(int CustomerId, string Country, DateTime ValidFrom, DateTime? ValidTo, bool IsCurrent);
