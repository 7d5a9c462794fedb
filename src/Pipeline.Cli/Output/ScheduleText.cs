using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Output;

/// <summary>What a played schedule and its tasks did, for a person.</summary>
internal static class ScheduleText
{
    /// <summary>A line for each run of a graph.</summary>
    public static void Write(ScheduleReport schedule, TextWriter output, TextTable table)
    {
        var failed = schedule.Graphs.Count(g => g.Status == RunStatus.Failed);
        output.WriteLine();
        output.WriteLine(
            $"Schedule from {Texts.Time(schedule.From)} until {Texts.Time(schedule.Until)}: {(failed > 0 ? $"{Texts.Count(failed)} FAILED of " : "")}"
            + $"{Texts.Some(schedule.Graphs.Count, "run")}, {Texts.Seconds(schedule.Duration)}");
        output.WriteLine();
        table.Write(
            ["graph", "started by", "scheduled", "ended", "result", ">attempts", ">files", ">read", ">rejected", ">inserted", ">updated", ">closed", ">deleted", ">rekeyed"],
            schedule.Graphs.Select(Line));
        foreach (var (root, at) in schedule.LeftOut) output.WriteLine($"  {root} was left out at {Texts.Time(at)}: a run of it went on.");
        foreach (var error in Errors(schedule)) output.WriteLine($"  {error}");
    }

    /// <summary>TASK_HISTORY: a line for each run of a task.</summary>
    public static void Write(IReadOnlyList<TaskHistoryEntry> history, TextWriter output, TextTable table)
    {
        output.WriteLine();
        output.WriteLine($"Task history: {Texts.Some(history.Count, "run")}");
        if (history.Count == 0) return;
        output.WriteLine();
        table.Write(
            ["task", "state", "scheduled", "started", "completed", "started by", ">attempt", "returned", "error"],
            history.Select(h => new[]
            {
                h.Task.ToString(), h.State, Texts.Time(h.ScheduledAt), Texts.Time(h.StartedAt), Texts.Time(h.CompletedAt), h.ScheduledFrom,
                Texts.Count(h.Attempt), h.ReturnValue ?? "", h.Error ?? "",
            }));
    }

    private static string[] Line(GraphReport graph)
    {
        var loads = graph.Tasks.SelectMany(t => t.Loads).ToList();
        var copies = graph.Tasks.SelectMany(t => t.Copies).ToList();
        return
        [
            graph.Root.ToString(), graph.ScheduledFrom, Texts.Time(graph.ScheduledAt), Texts.Time(graph.EndedAt),
            graph.Status switch { RunStatus.Succeeded => "ok", RunStatus.Failed => "FAILED", _ => "skipped" },
            .. new[]
            {
                graph.Attempts, copies.Sum(c => c.Files.Count), copies.Sum(c => c.RowsParsed) + loads.Sum(l => l.RowsRead), copies.Sum(c => c.RowsRejected) + loads.Sum(l => l.RowsRejected),
                copies.Sum(c => c.RowsLoaded) + loads.Sum(l => l.RowsInserted), loads.Sum(l => l.RowsUpdated), loads.Sum(l => l.RowsClosed), loads.Sum(l => l.RowsDeleted), loads.Sum(l => l.RowsRekeyed),
            }.Select(Texts.CountOrNothing),
        ];
    }

    private static IEnumerable<string> Errors(ScheduleReport schedule) => schedule.Pipes.Select(p => p.Error)
        .Concat(schedule.Graphs.SelectMany(g => g.Tasks).Where(t => t.Status == RunStatus.Failed).Select(t => t.Error))
        .Concat(schedule.Refreshes.Select(r => r.Error)).OfType<string>();
}
