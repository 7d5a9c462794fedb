using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Tasks;

/// <summary>
/// One run of a task graph, task by task: one starts when all before it have succeeded; what failed is retried with all that waits for it; the finalizer is last.
/// </summary>
/// <remarks>On the virtual clock tasks without an order between them run at the same time.</remarks>
internal sealed class GraphRun(TaskGraph graph, GraphRuns runs, DateTime scheduledAt, DateTime startAt, string scheduledFrom)
{
    // The same on a retry: what ran for this time is this run.
    private readonly string runId = graph.Root.Name + "@" + scheduledAt.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    private readonly Dictionary<QualifiedName, (TaskReport Report, DateTime EndedAt)> outcomes = [];
    private DateTime attemptAt = startAt;
    private int attempt = 1;
    private bool hasEnded;

    public TaskGraph Graph => graph;

    public DateTime StartedAt { get; } = startAt;

    public bool IsRootDone(DateTime at) => outcomes.TryGetValue(graph.Root.Name, out var root) && root.EndedAt <= at;

    /// <summary>When its next task starts, or its last one ends; null when it has ended.</summary>
    public DateTime? NextAt => hasEnded ? null : Next().At;

    public void Step()
    {
        var (task, at) = Next();
        runs.Clock.Advance(at);
        if (task is not null)
        {
            outcomes[task.Name] = Outcome(task, at);
            hasEnded = task == graph.Root && outcomes[task.Name].Report.Status == RunStatus.Skipped;
        }
        else if (!Retry())
        {
            End();
        }
    }

    public GraphReport Report()
    {
        var isSkipped = outcomes[graph.Root.Name].Report.Status == RunStatus.Skipped;
        return new(graph.Root.Name, runId, isSkipped ? RunStatus.Skipped : HasFailed ? RunStatus.Failed : RunStatus.Succeeded,
            isSkipped ? [] : [.. graph.All.Select(t => outcomes[t.Name].Report)])
        {
            ScheduledAt = scheduledAt,
            EndedAt = outcomes.Values.Max(o => o.EndedAt),
            Attempts = attempt,
            ScheduledFrom = scheduledFrom,
        };
    }

    private bool HasFailed => outcomes.Values.Any(o => o.Report.Status == RunStatus.Failed);

    // Of those that can start the first, by the order of the graph.
    private (TaskObject? Task, DateTime At) Next()
    {
        var ready = graph.Tasks.Where(t => !outcomes.ContainsKey(t.Name) && t.After.All(outcomes.ContainsKey))
            .Select(t => ((TaskObject? Task, DateTime At))(t, t.After.Select(a => outcomes[a].EndedAt).Append(attemptAt).Max())).ToList();
        if (ready.Count > 0) return ready.MinBy(r => r.At);
        var end = outcomes.Values.Select(o => o.EndedAt).Append(attemptAt).Max();
        return graph.Finalizer is { } last && !outcomes.ContainsKey(last.Name) && !CanRetry ? (last, end) : (null, end);
    }

    private (TaskReport Report, DateTime EndedAt) Outcome(TaskObject task, DateTime at)
    {
        if (!task.IsRoot && runs.States.IsSuspended(task.Name)) return Without(task, RunStatus.Suspended, "it is suspended", at);
        var before = task.After.Select(a => outcomes[a].Report).ToList();
        if (before.Count > 0 && before.TrueForAll(r => r.Status == RunStatus.Suspended)) return Without(task, RunStatus.NotRun, "all that it waits for is suspended", at);
        if (before.Find(r => r.Status is RunStatus.Failed or RunStatus.NotRun) is { } failed) return Without(task, RunStatus.NotRun, $"{failed.Task} did not succeed", at);
        if (before.Find(r => r.Status == RunStatus.Skipped) is { } skipped) return Without(task, RunStatus.Skipped, $"{skipped.Task} was skipped", at);

        var (report, endedAt) = Run(task, at);
        runs.Tell(report);
        runs.History.Add(new(
            task.Name, graph.Root.Name, runId, report.Status.ToString().ToUpperInvariant(), scheduledAt, at, endedAt, report.ReturnValue, attempt,
            attempt == 1 ? scheduledFrom : "AUTOMATIC RETRY", report.Status == RunStatus.Skipped ? null : report.Error));
        return (report, endedAt);
    }

    private (TaskReport Report, DateTime EndedAt) Run(TaskObject task, DateTime at)
    {
        try
        {
            if (!Holds(task)) return (new(task.Name, RunStatus.Skipped, TimeSpan.Zero) { Error = "its condition does not hold" }, at);
        }
        catch (EngineException e)
        {
            return (new(task.Name, RunStatus.Failed, TimeSpan.Zero) { Error = $"{task.Name}: its condition can't be told: {e.Message}" }, at);
        }

        // The root's limit is that of the whole graph, unless the task has its own. What is cancelled rolls back, so it need not be begun.
        var own = task.TimeoutMinutes > 0 && !task.IsRoot;
        var limit = TimeSpan.FromMinutes(own ? task.TimeoutMinutes : graph.Root.TimeoutMinutes);
        var deadline = (own ? at : attemptAt) + limit;
        var endedAt = at + runs.DurationOf(task.Name);
        if (limit > TimeSpan.Zero && endedAt > deadline && !task.IsFinalizer)
        {
            return (new(task.Name, RunStatus.Failed, deadline > at ? deadline - at : TimeSpan.Zero)
            {
                Error = $"{task.Name} was cancelled: {(own ? "it" : graph.Root.Name)} may take {limit.TotalMinutes:0} minutes",
            }, deadline > at ? deadline : at);
        }

        return (runs.Execute(task, runId, scheduledAt, at), endedAt);
    }

    private bool Holds(TaskObject task) =>
        (task.When.Count == 0 || task.When.Any(runs.HasData)) && (task.WhenLoaded.Count == 0 || task.WhenLoaded.Any(t => HasLoaded(task, t)));

    private bool HasLoaded(TaskObject task, QualifiedName predecessor) => outcomes.GetValueOrDefault(predecessor).Report is { ReturnValue: { } rows }
        ? rows != "0"
        : throw new EngineException($"{predecessor} has returned no value to {task.Name}, since it did not run.");

    private (TaskReport Report, DateTime EndedAt) Without(TaskObject task, RunStatus status, string why, DateTime at)
    {
        var report = new TaskReport(task.Name, status, TimeSpan.Zero) { Error = why };
        runs.Tell(report);
        return (report, at);
    }

    // An error on a child alone is retried.
    private bool CanRetry => attempt <= graph.Root.Retries && HasFailed && outcomes[graph.Root.Name].Report.Status != RunStatus.Failed;

    private bool Retry()
    {
        if (!CanRetry || (graph.Finalizer is { } last && outcomes.ContainsKey(last.Name))) return false;
        attempt++;
        attemptAt = outcomes.Values.Max(o => o.EndedAt);
        foreach (var task in graph.Tasks.Where(t => outcomes[t.Name].Report.Status is RunStatus.Failed or RunStatus.NotRun)) outcomes.Remove(task.Name);
        return true;
    }

    private void End()
    {
        hasEnded = true;
        if (scheduledFrom != "EXECUTE_TASK" && runs.States.Count(graph.Root, HasFailed)) runs.History.MarkSuspended(runId, attempt);
    }
}
