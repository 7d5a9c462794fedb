namespace Pipeline.Model;

/// <summary>One row per task, run and attempt: what became of it.</summary>
/// <remarks>
/// A task that runs the ledger writes it: <c>[Finalizer&lt;RootTask&gt;, Runs&lt;Ledger&gt;]</c>. Unlike TASK_HISTORY it isn't late.
/// </remarks>
[PlatformRecord]
public sealed class TaskRuns
{
    /// <summary>The graph's run, as in LOAD_RUNS.</summary>
    public required string RunId { get; init; }

    /// <summary>The root of its graph.</summary>
    public required string RootTask { get; init; }

    /// <summary>The task.</summary>
    public required string TaskName { get; init; }

    /// <summary>SUCCEEDED, FAILED, FAILED_AND_AUTO_SUSPENDED, CANCELLED or SKIPPED.</summary>
    public required string State { get; init; }

    /// <summary>For when the run was scheduled.</summary>
    public DateTime ScheduledTime { get; init; }

    /// <summary>When it began.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTime? CompletedAt { get; init; }

    /// <summary>1, and more for what was retried.</summary>
    public int AttemptNumber { get; init; }

    /// <summary>What went wrong.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>When this was recorded.</summary>
    public DateTime ObservedAt { get; init; }
}
