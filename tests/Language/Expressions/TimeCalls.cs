// Instants, days and clocks.
using Pipeline.Model;

namespace Language;

/// <summary>Times that are made, moved and compared.</summary>
[View<Shop>]
public sealed class TimeCalls
{
    public Guid EventId { get; init; }
    public DateTime Utc { get; init; }
    public DateOnly DayBefore { get; init; }
    public bool IsAfterEnd { get; init; }
    public TimeOnly TwoHoursLater { get; init; }
    public bool IsAtWork { get; init; }
    public int MinutesOfDay { get; init; }
    public double? Lasted { get; init; }
    public DateTime MonthStart { get; init; }
    public bool IsLong { get; init; }
    public DateTime Clocked { get; init; }
    public int? Month { get; init; }
    public DateTimeOffset Until { get; init; }
    public bool ClosesBefore { get; init; }
    public double Seconds { get; init; }
    public DateOnly EndOfMonth { get; init; }
    public long UnixSeconds { get; init; }
    public bool IsLate { get; init; }

    [Define]
    internal static Query<TimeCalls> Define(Query<Event> events) =>
        from e in events
        let end = e.EndedAt ?? e.HappenedAt.AddHours(1)
        select new TimeCalls
        {
            EventId = e.EventId,
            Utc = e.HappenedAt.UtcDateTime,
            DayBefore = DateOnly.FromDateTime(e.HappenedAt.UtcDateTime.AddDays(-1)),
            IsAfterEnd = e.HappenedAt > e.EndedAt,
            TwoHoursLater = e.Clock.AddHours(2),
            IsAtWork = e.Clock.IsBetween(new TimeOnly(8, 0), new TimeOnly(18, 0)),
            MinutesOfDay = e.Clock.Hour * 60 + e.Clock.Minute,
            Lasted = (e.EndedAt - e.HappenedAt)?.TotalMinutes,
            MonthStart = new DateTime(e.HappenedAt.UtcDateTime.Year, e.HappenedAt.UtcDateTime.Month, 1),
            IsLong = e.EndedAt - e.HappenedAt > HouseRules.Grace,
            Clocked = e.HappenedAt.UtcDateTime.Date.Add(e.Clock.ToTimeSpan()),
            Month = e.Day?.Month,
            Until = end,
            ClosesBefore = e.Closes < e.Clock,
            Seconds = (end - e.HappenedAt).TotalSeconds,
            EndOfMonth = (e.Day ?? HouseRules.Epoch).AddMonths(1).AddDays(-1),
            UnixSeconds = e.HappenedAt.ToUnixTimeSeconds(),
            IsLate = e.Day == HouseRules.Epoch || e.HappenedAt.UtcDateTime >= HouseRules.Start,
        };
}
