using Pipeline.Catalog;
using Pipeline.Cli.Models;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Output;

/// <summary>All that a call of <c>pipeline run</c> has to tell.</summary>
internal sealed record RunResult(
    IReadOnlyList<Delivery> Deliveries, IReadOnlyList<DeliveryRun> Runs, IReadOnlyList<LedgerLine> Ledger, IReadOnlyList<Preview> Previews, string Database)
{
    /// <summary>What the schedule ran, where one was played.</summary>
    public ScheduleReport? Schedule { get; init; }

    /// <summary>The runs of tasks of this call.</summary>
    public IReadOnlyList<TaskHistoryEntry> History { get; init; } = [];

    /// <summary>Whether the history is shown to a person too.</summary>
    public bool ShowsHistory { get; init; }

    /// <summary>As whom the tables are shown; null where they are shown as they are stored.</summary>
    public QualifiedName? Role { get; init; }

    /// <summary>Whether nothing failed.</summary>
    public bool Succeeded => Runs.All(r => r.Report.Succeeded) && (Schedule?.Succeeded ?? true);
}

/// <summary>The first rows of a table, and how many it has.</summary>
internal sealed record Preview(QualifiedName Table, long Count, QueryResult Rows);
