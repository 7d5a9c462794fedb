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
            (long)task.TimeoutMinutes * 60_000,
            task.SuspendAfterFailures,
            task.IsRoot ? task.Retries : 0,
            task.Comment,
            task.After.Count == 0 ? null : string.Join(", ", task.After.Select(renderer.Name)),
            When(renderer, task),
            calls.Count == 0,
            calls)));
    }

    private static string? Schedule(TaskObject task) => task switch
    {
        { Cron: { } cron } => "USING CRON " + cron,
        { EveryMinutes: > 0 } => FormattableString.Invariant($"{task.EveryMinutes} MINUTES"),
        _ => null,
    };

    private static string? When(SnowflakeRenderer renderer, TaskObject task)
    {
        var conditions = task.When.Select(s => $"SYSTEM$STREAM_HAS_DATA({renderer.Text(renderer.Name(s))})").ToList();
        if (conditions.Count == 0) return null;
        var line = string.Join(" OR ", conditions);
        return Layout.FitsLine(line) ? line : string.Join("\n        OR ", conditions);
    }

    private static IEnumerable<string> Calls(SnowflakeRenderer renderer, QualifiedName name)
    {
        switch (renderer.Catalog.Find(name))
        {
            case DynamicTableObject:
                yield return $"ALTER DYNAMIC TABLE {renderer.Name(name)} REFRESH";
                break;
            case TableObject table:
                if (table.Copies.Count > 0) yield return Call(renderer, LoadLowering.CopyProcedureOf(name));
                if (table.Loads.Count > 0) yield return Call(renderer, LoadLowering.ProcedureOf(name));
                break;
        }
    }

    private static string Call(SnowflakeRenderer renderer, QualifiedName procedure) => $"CALL {renderer.Name(procedure)}(:run_id, :scheduled_at)";

    private sealed record View(
        string Name, string Warehouse, string? Schedule, bool IsRoot, long TimeoutMilliseconds, int SuspendAfterFailures, int Retries, string? Comment,
        string? After, string? When, bool RunsNothing, EquatableArray<string> Calls);
}
