using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Tasks;

/// <summary>What the runs of all graphs share.</summary>
internal sealed class GraphRuns(CompiledCatalog catalog, TaskRunner tasks, StreamOffsets offsets, TaskStates states, TaskHistory history, EngineClock clock, LocalOptions options)
{
    public event Action<QualifiedName>? TaskStarted;

    public event Action<TaskReport>? TaskFinished;

    public TaskStates States => states;

    public TaskHistory History => history;

    public EngineClock Clock => clock;

    /// <summary>A run of the graph from its first task to its last, as EXECUTE TASK does it: also where the root is suspended.</summary>
    public GraphReport RunNow(TaskGraph graph, DateTime scheduledAt)
    {
        var run = new GraphRun(graph, this, scheduledAt, scheduledAt, "EXECUTE_TASK");
        while (run.NextAt is not null) run.Step();
        return run.Report();
    }

    public bool HasData(QualifiedName stream) => offsets.HasData(stream);

    public TimeSpan DurationOf(QualifiedName task) => options.TaskDuration?.Invoke(task) ?? TimeSpan.Zero;

    public TaskReport Execute(TaskObject task, string runId, DateTime scheduledAt, DateTime at)
    {
        TaskStarted?.Invoke(task.Name);
        var report = tasks.Run(task, new RunContext(runId, scheduledAt, options.Clock) { At = at });
        return IsAsked(task) ? report with { ReturnValue = report.RowsLoaded.ToString(System.Globalization.CultureInfo.InvariantCulture) } : report;
    }

    public void Tell(TaskReport report) => TaskFinished?.Invoke(report);

    private bool IsAsked(TaskObject task) => catalog.All<TaskObject>().Any(t => t.WhenLoaded.Contains(task.Name));
}
