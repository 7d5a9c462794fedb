using System.Globalization;

namespace Loads.Tests.Facts.Orders;

/// <summary>An event of an order: what it tells of the milestones, in minutes and days.</summary>
internal sealed record OrderEvent(int Order, int Minute, string Status, int? PaidMinute, int? ShippedDay)
{
    private static readonly DateTime Start = new(2024, 3, 1);

    public DateTime At => Start.AddMinutes(Minute);

    public DateTime? PaidAt => PaidMinute is { } minute ? Start.AddMinutes(minute) : null;

    public DateTime? ShippedAt => ShippedDay is { } day ? Start.AddDays(day).AddHours(5) : null;

    public string Line => string.Join(',', "O" + Order.ToString(CultureInfo.InvariantCulture), Text(At), Status, Text(PaidAt), Text(ShippedAt));

    /// <summary>What the fact holds, computed from all events at once, each as it was told last: the last state, and of each milestone the last that was told.</summary>
    public static string[] Facts(IEnumerable<OrderEvent> events) => [.. events.GroupBy(e => e.Order).Select(order =>
    {
        var newestFirst = order.GroupBy(e => e.At).Select(e => e.Last()).OrderByDescending(e => e.At).ToList();
        var paid = newestFirst.Select(e => e.PaidAt).FirstOrDefault(p => p is not null);
        var shipped = newestFirst.Select(e => e.ShippedAt).FirstOrDefault(s => s is not null);
        return $"O{order.Key} | {newestFirst[0].Status} | {paid?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} | {Day(shipped)} | {newestFirst[0].At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}";
    }).Order(StringComparer.Ordinal)];

    // The calendar ends with its year.
    private static string Day(DateTime? time) => time is not { } day ? "-2" : day.Year > Start.Year ? "-1" : day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string? Text(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
