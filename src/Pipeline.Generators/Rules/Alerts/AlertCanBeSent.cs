using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>An alert has a schedule that Snowflake takes, somebody to tell, and a time after which it repeats itself.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-alert"/></remarks>
internal sealed class AlertCanBeSent : ModelRule
{
    private const int LongestInterval = 11520;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(RuleIds.AlertCanBeSent, "An alert can't be sent", "'{0}' can't be sent: {1}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not AlertObject alert) yield break;
        if (Problem(alert) is { } problem) yield return Problem(context.KindLocation, context.Type.Name, problem);
    }

    private static string? Problem(AlertObject alert) =>
        alert.Cron is null && alert.EveryMinutes == 0 ? "nothing says when it is evaluated; say EveryMinutes or Cron"
        : alert.Cron is not null && alert.EveryMinutes != 0 ? "it has a cron expression and an interval; keep one of them"
        : alert.Cron is not null && CronSchedule.Parse(alert.Cron, out var why) is null ? $"'{alert.Cron}' is no cron expression: {why}; write it as in '0 6 * * MON-FRI UTC'"
        : alert.EveryMinutes is < 0 or > LongestInterval ? $"it has an interval of {alert.EveryMinutes} minutes; say 1 to {LongestInterval}"
        : alert.RepeatMinutes < 0 ? $"it repeats itself after {alert.RepeatMinutes} minutes; say 0 or more"
        : alert.Channels.Count == 0 ? "it tells nobody; add [Notifies<..>] with a channel"
        : null;
}
