using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class TaskRenderer
{
    public static string Render(SnowflakeRenderer renderer, TaskObject task)
    {
        var calls = task.Runs.SelectMany(r => Calls(renderer, r)).ToEquatableArray();
        return SnowflakeQuoting.WithBody(renderer.Fill("Tasks/task.sql", "task", new View(
            renderer.Name(task.Name),
            renderer.Name(task.Warehouse),
            Schedule(task),
            task.IsRoot,
            Overlap(task),
            (long)task.TimeoutMinutes * 60_000,
            task.SuspendAfterFailures,
            task.IsRoot ? task.Retries : 0,
            task.IsTriggered ? task.TriggerSeconds : null,
            task.Comment,
            task.IsFinalizer ? renderer.Name(task.Root) : null,
            task.After.Count == 0 ? null : string.Join(", ", task.After.Select(renderer.Name)),
            When(renderer, task),
            calls.Count == 0,
            calls,
            renderer.Catalog.All<TaskObject>().Any(t => t.WhenLoaded.Contains(task.Name)))));
    }

    private static string? Schedule(TaskObject task) => task switch
    {
        { Cron: { } cron } => "USING CRON " + cron,
        { EveryMinutes: > 0 } => FormattableString.Invariant($"{task.EveryMinutes} MINUTES"),
        _ => null,
    };

    // The default is said in the older words, which do the same.
    private static string? Overlap(TaskObject task) => task switch
    {
        { IsRoot: false } => null,
        { Overlap: Pipeline.Catalog.Overlap.Children } => "OVERLAP_POLICY = ALLOW_CHILD_OVERLAP",
        { Overlap: Pipeline.Catalog.Overlap.All } => "OVERLAP_POLICY = ALLOW_ALL_OVERLAP",
        _ => "ALLOW_OVERLAPPING_EXECUTION = FALSE",
    };

    // Streams of which any must have data, and predecessors of which any must have loaded rows.
    private static string? When(SnowflakeRenderer renderer, TaskObject task)
    {
        var streams = task.When.Select(s => $"SYSTEM$STREAM_HAS_DATA({renderer.Text(renderer.Name(s))})").ToList();
        // Unqualified and as stored: so the function knows its predecessor.
        var loaded = task.WhenLoaded.Select(t => $"SYSTEM$GET_PREDECESSOR_RETURN_VALUE({renderer.Text(t.Name)})::NUMBER > 0").ToList();
        if (streams.Count == 0 || loaded.Count == 0) return Any([.. streams, .. loaded]);
        return $"({Any(streams)})\n        AND ({Any(loaded)})";
    }

    private static string? Any(List<string> conditions)
    {
        if (conditions.Count == 0) return null;
        var line = string.Join(" OR ", conditions);
        return Layout.FitsLine(line) ? line : string.Join("\n        OR ", conditions);
    }

    private static IEnumerable<CallView> Calls(SnowflakeRenderer renderer, QualifiedName name)
    {
        switch (renderer.Catalog.Find(name))
        {
            case DynamicTableObject:
                yield return new($"ALTER DYNAMIC TABLE {renderer.Name(name)} REFRESH", ReturnsRows: false);
                break;
            case ExternalTableObject:
                yield return new($"ALTER EXTERNAL TABLE {renderer.Name(name)} REFRESH", ReturnsRows: false);
                break;
            case RunLedgerObject:
                yield return Call(renderer, MonitoringTables.Recorder(renderer.Catalog)) with { ReturnsRows = false };
                break;
            case AlertObject:
                // Not EXECUTE ALERT: its procedure tells also where the alert is suspended, and knows by itself what is due.
                yield return new($"CALL {renderer.Name(AlertLowering.ProcedureOf(name))}()", ReturnsRows: false);
                break;
            case GateObject:
                yield return Call(renderer, GateLowering.ProcedureOf(name)) with { ReturnsRows = false };
                break;
            case TableObject table:
                if (table.Copies.Count > 0) yield return Call(renderer, LoadLowering.CopyProcedureOf(name));
                if (table.Loads.Count > 0) yield return Call(renderer, LoadLowering.ProcedureOf(name));
                break;
        }
    }

    private static CallView Call(SnowflakeRenderer renderer, QualifiedName procedure) => new($"CALL {renderer.Name(procedure)}(:run_id, :scheduled_at)", ReturnsRows: true);

    private sealed record CallView(string Statement, bool ReturnsRows);

    private sealed record View(
        string Name, string Warehouse, string? Schedule, bool IsRoot, string? Overlap, long TimeoutMilliseconds, int SuspendAfterFailures, int Retries, int? TriggerSeconds,
        string? Comment, string? Finalizes, string? After, string? When, bool RunsNothing, EquatableArray<CallView> Calls, bool ReturnsRows);
}
