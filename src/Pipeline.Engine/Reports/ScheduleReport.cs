using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>What the schedule ran between two times of the virtual clock.</summary>
/// <param name="Graphs">The runs of all graphs, by the time at which they began.</param>
public sealed record ScheduleReport(DateTime From, DateTime Until, TimeSpan Duration, IReadOnlyList<GraphReport> Graphs)
{
    /// <summary>What the pipes loaded.</summary>
    public IReadOnlyList<PipeReport> Pipes { get; init; } = [];

    /// <summary>The scheduled times that were left out, since a run of the graph went on.</summary>
    public IReadOnlyList<(QualifiedName Root, DateTime At)> LeftOut { get; init; } = [];

    /// <summary>The dynamic tables that were refreshed by their lag.</summary>
    public IReadOnlyList<RefreshReport> Refreshes { get; init; } = [];

    /// <summary>What the checks found.</summary>
    public IReadOnlyList<QualityReport> Quality { get; init; } = [];

    /// <summary>The alerts that were evaluated, after the graphs and by tasks.</summary>
    public IReadOnlyList<AlertReport> Alerts { get; init; } = [];

    /// <summary>Whether nothing failed.</summary>
    public bool Succeeded => Graphs.All(g => g.Status != RunStatus.Failed) && Pipes.All(p => p.Status != RunStatus.Failed) && Refreshes.All(r => r.Status != RunStatus.Failed)
        && Alerts.All(a => a.Error is null);
}
