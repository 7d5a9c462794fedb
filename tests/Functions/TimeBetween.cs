// How much lies between two times.
using Pipeline.Model;

namespace Functions;

/// <summary>Differences of times and days.</summary>
[View<Tried>]
public sealed class TimeBetween
{
    public int Id { get; init; }
    public long? MicrosecondsBetween { get; init; }
    public long? MillisecondsBetween { get; init; }
    public long? SecondsBetween { get; init; }
    public long? MinutesBetween { get; init; }
    public long? HoursBetween { get; init; }
    public int? DaysBetweenTimes { get; init; }
    public int? WeeksBetweenTimes { get; init; }
    public int? MonthsBetweenTimes { get; init; }
    public int? QuartersBetweenTimes { get; init; }
    public int? YearsBetweenTimes { get; init; }
    public int? DaysBetween { get; init; }
    public int? WeeksBetween { get; init; }
    public int? MonthsBetween { get; init; }
    public int? QuartersBetween { get; init; }
    public int? YearsBetween { get; init; }
    public double? ExactMonthsBetween { get; init; }
    public long EpochSeconds { get; init; }
    public long EpochMilliseconds { get; init; }
    public long EpochMicroseconds { get; init; }

    [Define]
    internal static Query<TimeBetween> Define(Query<Times> times) =>
        from r in times
        select new TimeBetween
        {
            Id = r.Id,
            MicrosecondsBetween = Sql.MicrosecondsBetween(r.At, r.Until),
            MillisecondsBetween = Sql.MillisecondsBetween(r.At, r.Until),
            SecondsBetween = Sql.SecondsBetween(r.At, r.Until),
            MinutesBetween = Sql.MinutesBetween(r.At, r.Until),
            HoursBetween = Sql.HoursBetween(r.At, r.Until),
            DaysBetweenTimes = Sql.DaysBetween(r.At, r.Until),
            WeeksBetweenTimes = Sql.WeeksBetween(r.At, r.Until),
            MonthsBetweenTimes = Sql.MonthsBetween(r.At, r.Until),
            QuartersBetweenTimes = Sql.QuartersBetween(r.At, r.Until),
            YearsBetweenTimes = Sql.YearsBetween(r.At, r.Until),
            DaysBetween = Sql.DaysBetween(r.Day, r.Later),
            WeeksBetween = Sql.WeeksBetween(r.Day, r.Later),
            MonthsBetween = Sql.MonthsBetween(r.Day, r.Later),
            QuartersBetween = Sql.QuartersBetween(r.Day, r.Later),
            YearsBetween = Sql.YearsBetween(r.Day, r.Later),
            ExactMonthsBetween = Sql.ExactMonthsBetween(r.Day, r.Later),
            EpochSeconds = Sql.EpochSeconds(r.At),
            EpochMilliseconds = Sql.EpochMilliseconds(r.At),
            EpochMicroseconds = Sql.EpochMicroseconds(r.At),
        };
}

/// <summary>Parts of times and days.</summary>
[View<Tried>]
public sealed class TimeParts
{
    public int Id { get; init; }
    public int Year { get; init; }
    public int Month { get; init; }
    public int Day { get; init; }
    public int Hour { get; init; }
    public int Minute { get; init; }
    public int Second { get; init; }
    public int Millisecond { get; init; }
    public int DayOfYear { get; init; }
    public int DayOfWeek { get; init; }
    public int Quarter { get; init; }
    public int IsoDayOfWeek { get; init; }
    public int IsoWeek { get; init; }
    public int IsoWeekYear { get; init; }
    public string DayName { get; init; }
    public string MonthName { get; init; }
    public string FullMonthName { get; init; }
    public int? QuarterOfTime { get; init; }
    public string? DayNameOfTime { get; init; }
    public int? IsoWeekOfTime { get; init; }
    public string FormatTime { get; init; }
    public string? FormatTimeInWords { get; init; }
    public string FormatDay { get; init; }
    public string? FormatLater { get; init; }

    [Define]
    internal static Query<TimeParts> Define(Query<Times> times) =>
        from r in times
        select new TimeParts
        {
            Id = r.Id,
            Year = r.At.Year,
            Month = r.Day.Month,
            Day = r.Day.Day,
            Hour = r.At.Hour,
            Minute = r.At.Minute,
            Second = r.At.Second,
            Millisecond = r.At.Millisecond,
            DayOfYear = r.Day.DayOfYear,
            DayOfWeek = (int)r.Day.DayOfWeek,
            Quarter = Sql.Quarter(r.Day),
            IsoDayOfWeek = Sql.IsoDayOfWeek(r.Day),
            IsoWeek = Sql.IsoWeek(r.Day),
            IsoWeekYear = Sql.IsoWeekYear(r.Day),
            DayName = Sql.DayName(r.Day),
            MonthName = Sql.MonthName(r.Day),
            FullMonthName = Sql.FullMonthName(r.Day),
            QuarterOfTime = Sql.Quarter(r.Until),
            DayNameOfTime = Sql.DayName(r.Until),
            IsoWeekOfTime = Sql.IsoWeek(r.Until),
            FormatTime = Sql.FormatTime(r.At, "DD.MM.YYYY HH24:MI:SS.FF3"),
            FormatTimeInWords = Sql.FormatTime(r.Until, "DY, DD MON YY \"at\" HH12:MI AM"),
            FormatDay = Sql.FormatTime(r.Day, "MMMM YYYY"),
            FormatLater = Sql.FormatTime(r.Later, "YYYYMMDD"),
        };
}
