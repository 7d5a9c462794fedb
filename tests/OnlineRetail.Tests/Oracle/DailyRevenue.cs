namespace OnlineRetail.Tests.Oracle;

/// <summary>What was sold to a country on a day.</summary>
internal sealed record DailyRevenue(DateOnly Day, string Country, decimal Revenue, long Lines, long Invoices, long Customers);
