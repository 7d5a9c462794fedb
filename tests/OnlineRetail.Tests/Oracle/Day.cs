namespace OnlineRetail.Tests.Oracle;

/// <summary>A day of the calendar.</summary>
internal sealed record Day(long DateKey, DateOnly FullDate, int Year, int Quarter, int Month, int DayOfMonth, bool IsWeekend);
