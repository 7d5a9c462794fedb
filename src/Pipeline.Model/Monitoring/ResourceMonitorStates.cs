namespace Pipeline.Model;

/// <summary>One row per resource monitor and run: what SHOW RESOURCE MONITORS says.</summary>
/// <remarks>
/// A task that runs the ledger writes it, of the monitors that the owner of the tasks sees. In a local run it is empty: only an account has such rows.
/// </remarks>
[PlatformRecord]
public sealed class ResourceMonitorStates
{
    /// <summary>When this was so.</summary>
    public DateTime ObservedAt { get; init; }

    /// <summary>The resource monitor.</summary>
    public required string MonitorName { get; init; }

    /// <summary>The credits of its interval.</summary>
    [Number(38, 2)] public decimal? CreditQuota { get; init; }

    /// <summary>What is used of them.</summary>
    [Number(38, 2)] public decimal? UsedCredits { get; init; }

    /// <summary>What is left.</summary>
    [Number(38, 2)] public decimal? RemainingCredits { get; init; }

    /// <summary>At which percentages it tells.</summary>
    public string? NotifyAt { get; init; }

    /// <summary>At which percentage it lets no more queries begin.</summary>
    public string? SuspendAt { get; init; }

    /// <summary>At which percentage it ends those that run.</summary>
    public string? SuspendImmediatelyAt { get; init; }
}
