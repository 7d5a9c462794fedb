// Times, days, and the time between.
using Pipeline.Model;

namespace Language;

/// <summary>Parts of times, and moving them.</summary>
[View<Shop>]
public sealed class Times
{
    public int SaleId { get; init; }
    public int Year { get; init; }
    public int DayOfYear { get; init; }
    public int Hour { get; init; }
    public bool IsWeekend { get; init; }
    public DateOnly Day { get; init; }
    public DateTime Midnight { get; init; }
    public DateTime Later { get; init; }
    public DateTime NextMonth { get; init; }
    public DateOnly NextDay { get; init; }
    public DateTime ByQuantity { get; init; }
    public DateTime BySpan { get; init; }
    public DateTime Before { get; init; }
    public TimeOnly Clock { get; init; }
    public DateTime Noon { get; init; }
    public int DayNumber { get; init; }

    [Define]
    internal static Query<Times> Define(Query<Sale> sales) =>
        from s in sales
        select new Times
        {
            SaleId = s.SaleId,
            Year = s.SoldAt.Year,
            DayOfYear = s.SoldOn.DayOfYear,
            Hour = s.SoldAt.Hour,
            IsWeekend = s.SoldAt.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday,
            Day = DateOnly.FromDateTime(s.SoldAt),
            Midnight = s.SoldAt.Date,
            Later = s.SoldAt.AddDays(1.5),
            NextMonth = s.SoldAt.AddMonths(1),
            NextDay = s.SoldOn.AddDays(s.Quantity),
            ByQuantity = s.SoldAt.AddMinutes(s.Quantity),
            BySpan = s.SoldAt + TimeSpan.FromHours(36),
            Before = s.SoldAt - new TimeSpan(0, 90, 0),
            Clock = TimeOnly.FromDateTime(s.SoldAt),
            Noon = s.SoldOn.ToDateTime(new TimeOnly(12, 0)),
            DayNumber = s.SoldOn.DayNumber,
        };
}

/// <summary>A TimeSpan is computed with, and taken out as a number.</summary>
[View<Shop>]
public sealed class TimeBetween
{
    public int SaleId { get; init; }
    public double? Days { get; init; }
    public double HoursOfDay { get; init; }
    public bool IsPaidLate { get; init; }
    public int WholeDays { get; init; }
    public int HoursBesides { get; init; }
    public int SecondsBesides { get; init; }
    public bool IsBefore { get; init; }
    public bool IsSameDay { get; init; }

    [Define]
    internal static Query<TimeBetween> Define(Query<Sale> sales) =>
        from s in sales
        select new TimeBetween
        {
            SaleId = s.SaleId,
            Days = (s.PaidAt - s.SoldAt)?.TotalDays,
            HoursOfDay = s.SoldAt.TimeOfDay.TotalHours,
            IsPaidLate = s.PaidAt - s.SoldAt > TimeSpan.FromDays(1),
            WholeDays = ((s.PaidAt ?? s.SoldAt) - s.SoldAt).Days,
            HoursBesides = ((s.PaidAt ?? s.SoldAt) - s.SoldAt).Hours,
            SecondsBesides = ((s.PaidAt ?? s.SoldAt) - s.SoldAt).Seconds,
            IsBefore = s.SoldAt < new DateTime(2024, 3, 2),
            IsSameDay = DateOnly.FromDateTime(s.SoldAt) == s.SoldOn,
        };
}
