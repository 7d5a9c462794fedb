using System.Globalization;
using System.Text.RegularExpressions;

namespace Pipeline.Catalog;

/// <summary>Five cron fields and a time zone, as SCHEDULE = 'USING CRON ..' takes them.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-task#optional-parameters">CREATE TASK, SCHEDULE</see>.</remarks>
public sealed class CronSchedule
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly Regex ZoneName = new("^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$", RegexOptions.CultureInvariant);

    private readonly CronField minutes;
    private readonly CronField hours;
    private readonly CronField daysOfMonth;
    private readonly CronField months;
    private readonly CronField daysOfWeek;

    private CronSchedule(CronField[] fields, string zone)
    {
        (minutes, hours, daysOfMonth, months, daysOfWeek) = (fields[0], fields[1], fields[2], fields[3], fields[4]);
        Zone = zone;
    }

    /// <summary>The name of the time zone in which the fields are meant.</summary>
    public string Zone { get; }

    /// <param name="text">The fields and the zone: <c>7 2 * * MON-FRI Europe/Vienna</c>.</param>
    /// <param name="problem">Why it is none, in words; empty where it is one.</param>
    /// <returns>Null where the text is no schedule.</returns>
    public static CronSchedule? Parse(string text, out string problem)
    {
        var parts = text.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 6)
        {
            problem = string.Format(CultureInfo.InvariantCulture, "it has {0} parts; five fields and a time zone are six", parts.Length);
            return null;
        }

        CronField?[] fields =
        [
            CronField.Parse(parts[0], 0, 59, [], allowsLast: false),
            CronField.Parse(parts[1], 0, 23, [], allowsLast: false),
            CronField.Parse(parts[2], 1, 31, [], allowsLast: true),
            CronField.Parse(parts[3], 1, 12, Months, allowsLast: false),
            CronField.Parse(parts[4], 0, 6, Days, allowsLast: true),
        ];
        string[] names = ["minute", "hour", "day of the month", "month", "day of the week"];
        var bad = Array.IndexOf(fields, null);
        if (bad >= 0) problem = $"'{parts[bad]}' is no {names[bad]}";
        else if (!ZoneName.IsMatch(parts[5])) problem = $"'{parts[5]}' is no time zone";
        else if (new CronSchedule([.. fields.Select(f => f!)], parts[5]) is var schedule && schedule.NamesNoDay) problem = "no month that it names has such a day";
        else
        {
            problem = "";
            return schedule;
        }

        return null;
    }

    /// <summary>Whether it runs in this minute of its zone's clocks.</summary>
    public bool Matches(DateTime local) => minutes.Contains(local.Minute) && MatchesHour(local);

    /// <summary>Whether it runs at this minute of some hour.</summary>
    public bool RunsAtMinute(int minute) => minutes.Contains(minute);

    /// <summary>The fewest minutes from one run to the next; 1440 where it runs once a day or less often.</summary>
    public int ShortestPause
    {
        get
        {
            // Over two days, where each day is one, so that the last run of one meets the first of the next.
            var runs = Enumerable.Range(0, (daysOfMonth.IsAny && daysOfWeek.IsAny ? 2 : 1) * 1440).Where(m => minutes.Contains(m % 60) && hours.Contains(m / 60 % 24)).ToList();
            return runs.Zip(runs.Skip(1), (a, b) => b - a).DefaultIfEmpty(1440).Min();
        }
    }

    /// <summary>Whether it runs in this hour, at some minute.</summary>
    public bool MatchesHour(DateTime local) => hours.Contains(local.Hour) && months.Contains(local.Month) && MatchesDay(local);

    // Of both days either is enough; one that is left open asks for nothing.
    private bool MatchesDay(DateTime local) => (daysOfMonth.IsAny, daysOfWeek.IsAny) switch
    {
        (true, true) => true,
        (false, true) => IsDayOfMonth(local),
        (true, false) => IsDayOfWeek(local),
        _ => IsDayOfMonth(local) || IsDayOfWeek(local),
    };

    private bool IsDayOfMonth(DateTime local) =>
        daysOfMonth.Contains(local.Day) || (daysOfMonth.IsLast && local.Day == DateTime.DaysInMonth(local.Year, local.Month));

    private bool IsDayOfWeek(DateTime local) =>
        daysOfWeek.Contains((int)local.DayOfWeek)
        || (daysOfWeek.LastValue == (int)local.DayOfWeek && local.Day + 7 > DateTime.DaysInMonth(local.Year, local.Month));

    // A leap year has every day that some year has.
    private bool NamesNoDay => !daysOfMonth.IsAny && daysOfWeek.IsAny && !daysOfMonth.IsLast
        && !Enumerable.Range(1, 12).Any(m => months.Contains(m) && Enumerable.Range(1, DateTime.DaysInMonth(2024, m)).Any(daysOfMonth.Contains));
}
