using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class ResourceMonitorRenderer
{
    public static string Render(SnowflakeRenderer renderer, ResourceMonitorObject monitor)
    {
        // An environment can override the quota, and no rule has seen that one.
        if (monitor.CreditQuota < 1) throw new UnspellableException($"a quota of {monitor.CreditQuota} credits; a resource monitor takes 1 or more.");
        return renderer.Fill("Account/resource_monitor.sql", "monitor", new View(
            renderer.Name(monitor.Name), monitor.CreditQuota, monitor.Frequency.ToString().ToUpperInvariant(), Triggers(monitor).ToEquatableArray(), monitor.OfAccount));
    }

    private static IEnumerable<string> Triggers(ResourceMonitorObject monitor)
    {
        foreach (var percent in monitor.NotifyAtPercent) yield return Trigger(percent, "NOTIFY");
        if (monitor.SuspendAtPercent > 0) yield return Trigger(monitor.SuspendAtPercent, "SUSPEND");
        if (monitor.SuspendImmediatelyAtPercent > 0) yield return Trigger(monitor.SuspendImmediatelyAtPercent, "SUSPEND_IMMEDIATE");
    }

    private static string Trigger(int percent, string action) => FormattableString.Invariant($"ON {percent} PERCENT DO {action}");

    private sealed record View(string Name, int CreditQuota, string Frequency, EquatableArray<string> Triggers, bool OfAccount);
}
