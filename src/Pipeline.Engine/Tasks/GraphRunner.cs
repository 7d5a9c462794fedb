using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Tasks;

/// <summary>Runs a task graph as Snowflake does: a task when all before it succeeded, the whole graph when its root's condition holds.</summary>
internal sealed class GraphRunner(TaskRunner tasks, StreamOffsets offsets)
{
    public event Action<QualifiedName>? TaskStarted;

    public event Action<TaskReport>? TaskFinished;

    public GraphReport Run(TaskGraph graph, DateTime scheduledAt, TimeProvider? clock)
    {
        // The same on a retry: what ran for this time is this run.
        var runId = graph.Root.Name + "@" + scheduledAt.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        if (!Holds(graph.Root)) return new(graph.Root.Name, runId, RunStatus.Skipped, []);

        var run = new RunContext(runId, scheduledAt, clock);
        var reports = new Dictionary<QualifiedName, TaskReport>();
        foreach (var task in graph.Tasks)
        {
            reports[task.Name] = Blocked(task, reports) ?? Run(task, run);
        }

        var failed = reports.Values.Any(r => r.Status == RunStatus.Failed);
        return new(graph.Root.Name, runId, failed ? RunStatus.Failed : RunStatus.Succeeded, [.. graph.Tasks.Select(t => reports[t.Name])]);
    }

    private TaskReport Run(TaskObject task, RunContext run)
    {
        TaskStarted?.Invoke(task.Name);
        var report = tasks.Run(task, run);
        TaskFinished?.Invoke(report);
        return report;
    }

    private TaskReport? Blocked(TaskObject task, Dictionary<QualifiedName, TaskReport> reports)
    {
        var before = task.After.Select(reports.GetValueOrDefault).OfType<TaskReport>().ToList();
        var report = before.Find(r => r.Status is RunStatus.Failed or RunStatus.NotRun) is { } failed
                ? new(task.Name, RunStatus.NotRun, TimeSpan.Zero) { Error = $"{failed.Task} did not succeed" }
            : before.Find(r => r.Status == RunStatus.Skipped) is { } skipped
                ? new(task.Name, RunStatus.Skipped, TimeSpan.Zero) { Error = $"{skipped.Task} was skipped" }
            : !task.IsRoot && !Holds(task)
                ? new TaskReport(task.Name, RunStatus.Skipped, TimeSpan.Zero) { Error = "no stream of its condition has data" }
            : null;
        if (report is not null) TaskFinished?.Invoke(report);
        return report;
    }

    private bool Holds(TaskObject task) => task.When.Count == 0 || task.When.Any(offsets.HasData);
}
