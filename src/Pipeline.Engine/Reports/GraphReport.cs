using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One run of a task graph.</summary>
/// <param name="Root">Its root task.</param>
/// <param name="RunId">What the ledger calls the run.</param>
/// <param name="Status">Skipped where no stream of the root's condition had data.</param>
/// <param name="Tasks">In the order in which they ran.</param>
public sealed record GraphReport(QualifiedName Root, string RunId, RunStatus Status, IReadOnlyList<TaskReport> Tasks);
