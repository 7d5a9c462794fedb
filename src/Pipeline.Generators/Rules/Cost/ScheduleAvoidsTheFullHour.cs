using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A graph starts when not everybody's does.</summary>
internal sealed class ScheduleAvoidsTheFullHour : ModelRule
{
    private const int Later = 7;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Info(
        RuleIds.ScheduleAvoidsTheFullHour,
        "A graph starts at the full hour",
        "'{0}' starts at minute 0, as most of the world's do; take a minute that waits less for compute and for sources, such as '{1}'");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "RootTask" || context.Kind.Named<string?>("Cron", null) is not { } cron) yield break;
        if (PastTheHour(cron) is { } later) yield return Problem(context.KindLocation, context.Type.Name, later);
    }

    /// <summary>The same schedule some minutes later, as often and at no full hour; null where it starts at none, or has no minute to go to.</summary>
    public static string? PastTheHour(string cron)
    {
        if (CronSchedule.Parse(cron, out _) is not { } schedule || !schedule.RunsAtMinute(0)) return null;
        var minutes = Enumerable.Range(0, 60).Where(schedule.RunsAtMinute).ToList();
        if (minutes.Count == 60) return null;

        var text = cron.TrimStart();
        var (field, rest) = (text.Substring(0, text.IndexOf(' ')), text.Substring(text.IndexOf(' ')));
        if (minutes.Count > 1 && field.IndexOf('/') > 0 && minutes.Select((m, i) => m == i * minutes[1]).All(isOnStep => isOnStep))
        {
            var (step, first) = (minutes[1], Later % minutes[1] == 0 ? 1 : Later % minutes[1]);
            if (first + minutes[minutes.Count - 1] <= 59 && first + minutes.Count * step > 59) return string.Format(CultureInfo.InvariantCulture, "{0}-59/{1}", first, step) + rest;
        }

        // All of them later, within the hour; where its last minute is taken, the first alone.
        var room = Math.Min(Later, 59 - minutes[minutes.Count - 1]);
        var moved = room > 0 ? minutes.Select(m => m + room) : minutes.Skip(1).Append(Enumerable.Range(Later, 52).Concat(Enumerable.Range(1, Later - 1)).First(m => !schedule.RunsAtMinute(m))).OrderBy(m => m);
        return string.Join(",", moved) + rest;
    }
}
