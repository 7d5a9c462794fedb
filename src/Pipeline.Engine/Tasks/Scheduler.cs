using System.Diagnostics;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;
using Pipeline.Engine.Views;

namespace Pipeline.Engine.Tasks;

/// <summary>Plays the schedules of all graphs on a virtual clock: from event to event, so that a day takes as long as its work.</summary>
internal sealed class Scheduler(CompiledCatalog catalog, GraphRuns runs, StreamOffsets offsets, DynamicTables dynamicTables, DateTime from, DateTime until)
{
    private readonly DateTime from = from;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly IReadOnlyList<TaskGraph> graphs = TaskGraph.Of(catalog);
    private readonly List<GraphRun> active = [];
    private readonly List<GraphRun> ended = [];
    private readonly List<(QualifiedName Root, DateTime At)> leftOut = [];
    private readonly List<RefreshReport> refreshes = [];
    private readonly Dictionary<QualifiedName, DateTime> nextRefresh = [];
    private readonly Dictionary<QualifiedName, DateTime> nextScheduled = [];
    private readonly Dictionary<QualifiedName, DateTime> lastTriggered = [];
    private DateTime now = from;

    /// <param name="deliveries">What comes while the clock runs: when, and what is to be done then.</param>
    public ScheduleReport Play(IEnumerable<(DateTime At, Action Deliver)> deliveries)
    {
        var coming = new Queue<(DateTime At, Action Deliver)>(deliveries.OrderBy(d => d.At));
        foreach (var graph in graphs) Plan(graph.Root, from);
        foreach (var table in catalog.All<DynamicTableObject>().Where(t => t.LagMinutes > 0)) nextRefresh[table.Name] = from.AddMinutes(table.LagMinutes);

        while (Earliest(coming) is { } at)
        {
            Pass(at);
            if (coming.TryPeek(out var delivery) && delivery.At <= at) coming.Dequeue().Deliver();
            else if (active.Where(r => r.NextAt <= at).MinBy(r => r.NextAt) is { } run) Step(run);
            else if (nextScheduled.Where(s => s.Value <= at).Select(s => s.Key).FirstOrDefault() is { } root) Start(root, at);
            else if (nextRefresh.Any(r => r.Value <= at)) Refresh(at);
            else Trigger(at);
        }

        Pass(until);
        return new(from, until, watch.Elapsed, [.. ended.OrderBy(r => r.StartedAt).Select(r => r.Report())]) { LeftOut = leftOut, Refreshes = refreshes };
    }

    // What has begun goes on to its end; nothing begins at the end or after it.
    private DateTime? Earliest(Queue<(DateTime At, Action Deliver)> coming)
    {
        var begins = coming.Select(c => c.At).Take(1).Concat(nextScheduled.Values).Concat(nextRefresh.Values).Concat(Triggers()).Where(t => t < until);
        DateTime? earliest = null;
        foreach (var time in begins.Concat(active.Select(r => r.NextAt!.Value)))
        {
            if (earliest is null || time < earliest) earliest = time;
        }

        return earliest < now ? now : earliest;
    }

    private void Pass(DateTime at)
    {
        now = at;
        runs.Clock.Advance(at);
        offsets.Age(hasGap: false);
    }

    private void Step(GraphRun run)
    {
        run.Step();
        if (run.NextAt is not null) return;
        active.Remove(run);
        ended.Add(run);
        if (runs.States.IsSuspended(run.Graph.Root.Name)) nextScheduled.Remove(run.Graph.Root.Name);
    }

    private void Start(QualifiedName root, DateTime at)
    {
        var graph = graphs.First(g => g.Root.Name == root);
        Plan(graph.Root, nextScheduled[root].AddTicks(1));
        if (MayStart(graph.Root)) active.Add(new(graph, runs, at, at, "SCHEDULE"));
        else leftOut.Add((root, at));
    }

    private void Plan(TaskObject root, DateTime after)
    {
        nextScheduled.Remove(root.Name);
        if (root.IsTriggered || runs.States.IsSuspended(root.Name)) return;
        if (root.Cron is { } cron)
        {
            if (CronTimes.Next(root.Name, cron, after) is { } time) nextScheduled[root.Name] = time;
            return;
        }

        // An interval counts from the time at which the graph was resumed.
        var resumed = runs.States.ResumedAt(root.Name, from);
        var interval = TimeSpan.FromMinutes(root.EveryMinutes).Ticks;
        var passed = Math.Max(1, (after.Ticks - resumed.Ticks + interval - 1) / interval);
        nextScheduled[root.Name] = resumed.AddTicks(passed * interval);
    }

    private bool MayStart(TaskObject root) => active.Where(r => r.Graph.Root == root).ToList() is var own && (own.Count == 0
        || root.Overlap == Overlap.All
        || (root.Overlap == Overlap.Children && own.TrueForAll(r => r.IsRootDone(now))));

    // A triggered graph starts as soon as its streams have data, but not sooner than its interval after it started last.
    private IEnumerable<DateTime> Triggers()
    {
        foreach (var root in graphs.Select(g => g.Root).Where(r => r.IsTriggered && MayStart(r) && !runs.States.IsSuspended(r.Name)))
        {
            if (root.When.Any(HasData)) yield return TriggerTime(root);
        }
    }

    private DateTime TriggerTime(TaskObject root)
    {
        var earliest = lastTriggered.TryGetValue(root.Name, out var last) ? last.AddSeconds(root.TriggerSeconds ?? TaskObject.DefaultTriggerSeconds) : now;
        return earliest > now ? earliest : now;
    }

    private void Trigger(DateTime at)
    {
        foreach (var graph in graphs.Where(g => g.Root.IsTriggered && MayStart(g.Root) && !runs.States.IsSuspended(g.Root.Name)))
        {
            if (!graph.Root.When.Any(HasData) || TriggerTime(graph.Root) > at) continue;
            lastTriggered[graph.Root.Name] = at;
            active.Add(new(graph, runs, at, at, "TRIGGER"));
            return;
        }
    }

    // A stale stream starts its graph too, which then says so.
    private bool HasData(QualifiedName stream)
    {
        try
        {
            return runs.HasData(stream);
        }
        catch (EngineException)
        {
            return true;
        }
    }

    // With those of its sources that wait for their readers.
    private void Refresh(DateTime at)
    {
        var due = nextRefresh.Where(r => r.Value <= at).Select(r => r.Key).ToHashSet();
        foreach (var table in catalog.All<DynamicTableObject>().Reverse().Where(t => t.Downstream))
        {
            if (catalog.All<DynamicTableObject>().Any(t => due.Contains(t.Name) && SourceCollector.NamesIn(t.Query).Contains(table.Name))) due.Add(table.Name);
        }

        foreach (var table in catalog.All<DynamicTableObject>().Where(t => due.Contains(t.Name)))
        {
            refreshes.Add(dynamicTables.Refresh(table));
            if (table.LagMinutes > 0) nextRefresh[table.Name] = at.AddMinutes(table.LagMinutes);
        }
    }
}
