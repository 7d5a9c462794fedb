// Times cut and moved.
using Pipeline.Model;

namespace Functions;

/// <summary>The beginnings and ends of periods.</summary>
[View<Tried>]
public sealed class TimeCuts
{
    public int Id { get; init; }
    public DateOnly TruncateToYear { get; init; }
    public DateOnly TruncateToQuarter { get; init; }
    public DateOnly TruncateToMonth { get; init; }
    public DateOnly TruncateToWeek { get; init; }
    public DateTime TruncateTimeToYear { get; init; }
    public DateTime TruncateTimeToQuarter { get; init; }
    public DateTime TruncateTimeToMonth { get; init; }
    public DateTime TruncateTimeToWeek { get; init; }
    public DateTime TruncateTimeToDay { get; init; }
    public DateTime TruncateTimeToHour { get; init; }
    public DateTime TruncateTimeToMinute { get; init; }
    public DateTime TruncateTimeToSecond { get; init; }
    public DateOnly? LastDayOfWeek { get; init; }
    public DateOnly? LastDayOfMonth { get; init; }
    public DateOnly? LastDayOfQuarter { get; init; }
    public DateOnly? LastDayOfYear { get; init; }
    public DateOnly NextDay { get; init; }
    public DateOnly? PreviousDay { get; init; }
    public DateTime Date { get; init; }
    public DateTime SliceOfSeconds { get; init; }
    public DateTime SliceOfMinutes { get; init; }
    public DateTime? SliceOfHours { get; init; }
    public DateTime SliceOfDays { get; init; }
    public DateTime SliceOfMonths { get; init; }

    [Define]
    internal static Query<TimeCuts> Define(Query<Times> times) =>
        from r in times
        select new TimeCuts
        {
            Id = r.Id,
            TruncateToYear = Sql.TruncateToYear(r.Day),
            TruncateToQuarter = Sql.TruncateToQuarter(r.Day),
            TruncateToMonth = Sql.TruncateToMonth(r.Day),
            TruncateToWeek = Sql.TruncateToWeek(r.Day),
            TruncateTimeToYear = Sql.TruncateToYear(r.At),
            TruncateTimeToQuarter = Sql.TruncateToQuarter(r.At),
            TruncateTimeToMonth = Sql.TruncateToMonth(r.At),
            TruncateTimeToWeek = Sql.TruncateToWeek(r.At),
            TruncateTimeToDay = Sql.TruncateToDay(r.At),
            TruncateTimeToHour = Sql.TruncateToHour(r.At),
            TruncateTimeToMinute = Sql.TruncateToMinute(r.At),
            TruncateTimeToSecond = Sql.TruncateToSecond(r.At),
            LastDayOfWeek = Sql.LastDayOfWeek(r.Later),
            LastDayOfMonth = Sql.LastDayOfMonth(r.Later),
            LastDayOfQuarter = Sql.LastDayOfQuarter(r.Later),
            LastDayOfYear = Sql.LastDayOfYear(r.Later),
            NextDay = Sql.NextDay(r.Day, DayOfWeek.Thursday),
            PreviousDay = Sql.PreviousDay(r.Later, DayOfWeek.Sunday),
            Date = r.At.Date,
            SliceOfSeconds = Sql.SliceOfSeconds(r.At, 20),
            SliceOfMinutes = Sql.SliceOfMinutes(r.At, 15),
            SliceOfHours = Sql.SliceOfHours(r.Until, 6),
            SliceOfDays = Sql.SliceOfDays(r.At, 3),
            SliceOfMonths = Sql.SliceOfMonths(r.At, 6),
        };
}

/// <summary>Times moved and made of numbers.</summary>
[View<Tried>]
public sealed class TimesMoved
{
    public int Id { get; init; }
    public DateOnly AddYears { get; init; }
    public DateOnly AddQuarters { get; init; }
    public DateOnly AddMonths { get; init; }
    public DateOnly? AddWeeks { get; init; }
    public DateOnly AddDays { get; init; }
    public DateTime AddHours { get; init; }
    public DateTime AddMinutes { get; init; }
    public DateTime AddSeconds { get; init; }
    public DateTime AddMilliseconds { get; init; }
    public DateTime AddMicroseconds { get; init; }
    public DateOnly AddMonthsByEnd { get; init; }
    public DateOnly DateFromParts { get; init; }
    public DateTime TimestampFromParts { get; init; }
    public TimeOnly TimeFromParts { get; init; }
    public DateTime FromEpochSeconds { get; init; }
    public DateTime FromEpochMilliseconds { get; init; }
    public DateTime FromEpochMicroseconds { get; init; }
    public DateTime ConvertTimeZone { get; init; }
    public DateTime? ConvertTimeZoneBack { get; init; }

    [Define]
    internal static Query<TimesMoved> Define(Query<Times> times) =>
        from r in times
        select new TimesMoved
        {
            Id = r.Id,
            AddYears = r.Day.AddYears(r.Amount),
            AddQuarters = Sql.AddQuarters(r.Day, r.Amount),
            AddMonths = r.Day.AddMonths(r.Amount),
            AddWeeks = Sql.AddWeeks(r.Later, r.Amount),
            AddDays = r.Day.AddDays(r.Amount),
            AddHours = r.At.AddHours(r.Amount),
            AddMinutes = r.At.AddMinutes(r.Amount),
            AddSeconds = r.At.AddSeconds(r.Amount),
            AddMilliseconds = r.At.AddMilliseconds(r.Amount),
            AddMicroseconds = r.At.AddMicroseconds(r.Amount),
            AddMonthsByEnd = Sql.AddMonthsByEnd(r.Day, r.Amount),
            DateFromParts = Sql.DateFromParts(2024, r.Amount, 31),
            TimestampFromParts = Sql.TimestampFromParts(2023, 12, r.Amount, 24, 59, 60),
            TimeFromParts = Sql.TimeFromParts(r.Id, 59, 0),
            FromEpochSeconds = Sql.FromEpochSeconds(r.Epoch),
            FromEpochMilliseconds = Sql.FromEpochMilliseconds(r.Epoch),
            FromEpochMicroseconds = Sql.FromEpochMicroseconds(r.Epoch),
            ConvertTimeZone = Sql.ConvertTimeZone("UTC", "America/New_York", r.At),
            ConvertTimeZoneBack = Sql.ConvertTimeZone("Europe/Berlin", "UTC", r.Until),
        };
}
