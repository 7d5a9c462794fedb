namespace Pipeline.Engine.Reports;

/// <summary>One run of all task graphs.</summary>
public sealed record RunReport(DateTime ScheduledAt, TimeSpan Duration, IReadOnlyList<GraphReport> Graphs)
{
    /// <summary>What the pipes loaded.</summary>
    public IReadOnlyList<PipeReport> Pipes { get; init; } = [];

    /// <summary>What was refreshed without a task: dynamic tables after the graphs, external tables before them where files came or failed.</summary>
    public IReadOnlyList<RefreshReport> Refreshes { get; init; } = [];

    /// <summary>What the checks found.</summary>
    public IReadOnlyList<QualityReport> Quality { get; init; } = [];

    /// <summary>The alerts that were evaluated, after the graphs and by tasks.</summary>
    public IReadOnlyList<AlertReport> Alerts { get; init; } = [];

    /// <summary>The tasks of all graphs.</summary>
    public IEnumerable<TaskReport> Tasks => Graphs.SelectMany(g => g.Tasks);

    /// <summary>The loads of all tasks.</summary>
    public IEnumerable<LoadReport> Loads => Tasks.SelectMany(t => t.Loads);

    /// <summary>The copies of all tasks.</summary>
    public IEnumerable<CopyReport> Copies => Tasks.SelectMany(t => t.Copies);

    /// <summary>The files of all copies and pipes.</summary>
    public IEnumerable<FileReport> Files => Pipes.SelectMany(p => p.Files).Concat(Copies.SelectMany(c => c.Files));

    /// <summary>Whether nothing failed.</summary>
    public bool Succeeded => Graphs.All(g => g.Status != RunStatus.Failed) && Pipes.All(p => p.Status != RunStatus.Failed) && Refreshes.All(r => r.Status != RunStatus.Failed)
        && Alerts.All(a => a.Error is null);
}
