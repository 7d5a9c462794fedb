using Pipeline.Catalog;

namespace Pipeline.Engine.Tasks;

/// <summary>The times at which a cron schedule runs. Where clocks go forward an hour never comes, where they go back it comes twice, and so does the run.</summary>
internal static class CronTimes
{
    // Every day that a calendar has comes within eight years, also the 29th of February.
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(8 * 366);

    /// <summary>The first time, in UTC, not before the given one; null where there is none.</summary>
    /// <exception cref="EngineException">The text is no schedule, or its zone is unknown.</exception>
    public static DateTime? Next(QualifiedName task, string cron, DateTime from)
    {
        var schedule = CronSchedule.Parse(cron, out var problem) ?? throw new EngineException($"{task}: '{cron}' is no schedule: {problem}; write it as in '0 6 * * MON-FRI UTC'.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(schedule.Zone, out var zone)) throw new EngineException($"{task}: this machine knows no time zone '{schedule.Zone}'; write one such as Europe/Berlin, or install the machine's time zones.");

        var time = new DateTime(from.Ticks - (from.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
        if (time < from) time = time.AddMinutes(1);
        for (var end = time + Furthest; time < end;)
        {
            var local = TimeZoneInfo.ConvertTimeFromUtc(time, zone);
            if (schedule.Matches(local)) return DateTime.SpecifyKind(time, DateTimeKind.Unspecified);

            // Zones change at quarters of an hour.
            time = time.AddMinutes(schedule.MatchesHour(local) ? 1 : 15 - (time.Minute % 15));
        }

        return null;
    }
}
