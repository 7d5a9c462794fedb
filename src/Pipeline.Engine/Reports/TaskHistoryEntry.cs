using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One run of one task, as TASK_HISTORY tells of it. What didn't run since a task before it failed or was skipped has no entry.</summary>
/// <param name="State">SUCCEEDED, FAILED, FAILED_AND_AUTO_SUSPENDED or SKIPPED.</param>
/// <param name="ReturnValue">What it gave to those that wait for it; null where nobody asks.</param>
/// <param name="Attempt">1, and more for what was retried.</param>
/// <param name="ScheduledFrom">SCHEDULE, TRIGGER, EXECUTE_TASK or AUTOMATIC RETRY.</param>
public sealed record TaskHistoryEntry(
    QualifiedName Task, QualifiedName Root, string RunId, string State, DateTime ScheduledAt, DateTime StartedAt, DateTime CompletedAt,
    string? ReturnValue, int Attempt, string ScheduledFrom, string? Error);
