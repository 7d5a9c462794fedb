using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A resource monitor has a quota, and percents of it at which something happens.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/resource-monitors"/></remarks>
internal sealed class MonitorCanLimit : ModelRule
{
    private const int MostNotified = 5;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.MonitorCanLimit, "A resource monitor can't limit anything", "'{0}' can't limit anything: {1}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is ResourceMonitorObject monitor && Problem(monitor) is { } problem) yield return Problem(context.KindLocation, context.Type.Name, problem);
    }

    private static string? Problem(ResourceMonitorObject monitor)
    {
        var (notify, suspend, immediately) = (monitor.NotifyAtPercent, monitor.SuspendAtPercent, monitor.SuspendImmediatelyAtPercent);
        return monitor.CreditQuota < 1 ? $"its quota is {monitor.CreditQuota} credits; say CreditQuota of 1 or more"
            : notify.Count == 0 && suspend == 0 && immediately == 0 ? "nothing happens at any percent; say NotifyAtPercent, SuspendAtPercent or SuspendImmediatelyAtPercent"
            : notify.Any(p => p < 1) || suspend < 0 || immediately < 0 ? "it says a percent of less than 1; say 1 or more"
            : notify.Count > MostNotified ? $"it tells at {notify.Count} percents, and Snowflake takes {MostNotified}; leave some out"
            : !IsAscending(notify) ? $"NotifyAtPercent is {string.Join(", ", notify)}; write each percent once, in ascending order"
            : suspend > 0 && immediately > 0 && immediately <= suspend
                ? $"at {immediately} percent it cancels what at {suspend} percent it would let end; let SuspendImmediatelyAtPercent lie above SuspendAtPercent"
            : null;
    }

    private static bool IsAscending(IReadOnlyList<int> percents) => percents.Zip(percents.Skip(1), (a, b) => a < b).All(b => b);
}
