namespace Pipeline.Model;

/// <summary>A resource monitor: how many credits warehouses may use in a period, who is told on the way there, and when they stop.</summary>
/// <remarks>
/// Becomes CREATE RESOURCE MONITOR IF NOT EXISTS, and ALTER RESOURCE MONITOR for what has changed since. It is never replaced: a new one counts from
/// zero. <see cref="Frequency"/> holds from when it is created, since another one starts a count anew too. Warehouses are put under it by
/// <see cref="LimitedByAttribute{TMonitor}"/>, all of the account by <see cref="OfAccount"/>. Pipes, tasks without a warehouse and clustering are not
/// counted. ACCOUNTADMIN alone makes monitors and assigns them. A local run has no credits, so no monitor.
/// See <see href="https://docs.snowflake.com/en/user-guide/resource-monitors">Working with resource monitors</see>.
/// </remarks>
/// <example><code>
/// [ResourceMonitor(CreditQuota = 200, NotifyAtPercent = [75, 90], SuspendAtPercent = 100, SuspendImmediatelyAtPercent = 110)]
/// public sealed class RetailQuota;
///
/// [Warehouse(Size = WarehouseSize.Small), LimitedBy&lt;RetailQuota&gt;] public sealed class TransformWh;
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ResourceMonitorAttribute : KindAttribute
{
    /// <summary>The credits of one period; all percents are of it.</summary>
    public required int CreditQuota { get; init; }

    /// <summary>The period after which the count starts again at zero.</summary>
    public QuotaPeriod Frequency { get; init; }

    /// <summary>At which percents administrators are told, in ascending order; up to five. May exceed 100.</summary>
    public int[] NotifyAtPercent { get; init; } = [];

    /// <summary>At which percent warehouses take no new statement, and stop when those that run have ended; 0 for never.</summary>
    public int SuspendAtPercent { get; init; }

    /// <summary>At which percent warehouses stop at once, and what runs is cancelled; 0 for never.</summary>
    public int SuspendImmediatelyAtPercent { get; init; }

    /// <summary>Whether it is the account's own, which counts all warehouses, those outside of the model too. An account has one.</summary>
    public bool OfAccount { get; init; }
}
