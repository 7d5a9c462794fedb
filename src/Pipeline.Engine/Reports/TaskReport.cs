using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One run of a task, with all that it ran in turn.</summary>
public sealed record TaskReport(QualifiedName Task, RunStatus Status, TimeSpan Duration)
{
    /// <summary>The copies that it ran.</summary>
    public IReadOnlyList<CopyReport> Copies { get; init; } = [];

    /// <summary>The loads that it ran.</summary>
    public IReadOnlyList<LoadReport> Loads { get; init; } = [];

    /// <summary>The dynamic tables that it refreshed.</summary>
    public IReadOnlyList<RefreshReport> Refreshes { get; init; } = [];

    /// <summary>The gates that it checked; what they found is among the run's quality.</summary>
    public IReadOnlyList<GateReport> Gates { get; init; } = [];

    /// <summary>What it gave to those that wait for it; null where nobody asks.</summary>
    public string? ReturnValue { get; init; }

    /// <summary>The rows that its copies and loads have taken.</summary>
    public long RowsLoaded => Copies.Sum(c => c.RowsLoaded) + Loads.Sum(l => l.RowsLoaded);

    /// <summary>What failed, or why it did not run; null where it succeeded.</summary>
    public string? Error { get; init; }
}
