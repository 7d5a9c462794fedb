using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A root's schedule is five cron fields and a time zone, or an interval of up to eight days; not both.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-task"/>, SCHEDULE.</remarks>
internal sealed class ScheduleIsReadable : ModelRule
{
    private const int LongestInterval = 11520;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.UnreadableSchedule, "A schedule can't be read", "'{0}' can't be scheduled: {1}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "RootTask") yield break;
        var cron = context.Kind.Named<string?>("Cron", null);
        var minutes = context.Kind.Named("EveryMinutes", 0);
        var problem = cron is not null && minutes != 0 ? "it has a cron expression and an interval; keep one of them"
            : cron is not null && CronSchedule.Parse(cron, out var why) is null ? $"'{cron}' is no cron expression: {why}; write it as in '0 6 * * MON-FRI UTC'"
            : minutes is < 0 or > LongestInterval ? $"it has an interval of {minutes} minutes; say 1 to {LongestInterval}"
            : null;
        if (problem is not null) yield return Problem(context.KindLocation, context.Type.Name, problem);
    }
}
