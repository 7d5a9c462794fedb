using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One run of a task graph.</summary>
/// <param name="Root">Its root task.</param>
/// <param name="RunId">What the ledger calls the run.</param>
/// <param name="Status">Skipped where no stream of the root's condition had data.</param>
/// <param name="Tasks">In the order in which they ran.</param>
public sealed record GraphReport(QualifiedName Root, string RunId, RunStatus Status, IReadOnlyList<TaskReport> Tasks)
{
    /// <summary>The time for which it was scheduled.</summary>
    public DateTime ScheduledAt { get; init; }

    /// <summary>When its last task ended, on the clock of the schedule.</summary>
    public DateTime EndedAt { get; init; }

    /// <summary>How often it was run: 1, and more where failures were retried.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>What started it: SCHEDULE, TRIGGER or EXECUTE_TASK.</summary>
    public string ScheduledFrom { get; init; } = "EXECUTE_TASK";
}
