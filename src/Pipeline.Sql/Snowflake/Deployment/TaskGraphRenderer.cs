using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Suspends the root of a graph before its tasks change, and puts it back as it was.</summary>
internal static class TaskGraphRenderer
{
    public static IEnumerable<TaskObject> Roots(CompiledCatalog catalog) => catalog.All<TaskObject>().Where(t => t.IsRoot);

    public static string Suspend(SnowflakeRenderer renderer, TaskObject root) =>
        renderer.Fill("Deployment/suspend_root.sql", "root", ViewOf(renderer, root));

    public static string Resume(SnowflakeRenderer renderer, TaskObject root) =>
        renderer.Fill("Deployment/resume_root.sql", "root", ViewOf(renderer, root));

    /// <summary>The table that remembers, between runs of a deployment that failed, which roots it suspended.</summary>
    public static string ToResume(SnowflakeRenderer renderer, TaskObject root) => renderer.Name(new(root.Name.Schema, "ROOTS_TO_RESUME"));

    // Leaves first: a child resumes only while its root is suspended.
    private static View ViewOf(SnowflakeRenderer renderer, TaskObject root) => new(
        renderer.Name(root.Name), root.Name.Name, root.Name.ToString(), renderer.Identifier(root.Name.Schema ?? ""), ToResume(renderer, root),
        Children(renderer, root).Where(t => !t.Suspended).Select(t => renderer.Name(t.Name)).ToEquatableArray(),
        Children(renderer, root).Where(t => t.Suspended).Select(t => renderer.Name(t.Name)).ToEquatableArray(),
        renderer.Schedules == Schedules.Running, root.Suspended);

    /// <summary>What hangs on a root, the leaves first.</summary>
    public static IEnumerable<TaskObject> Children(SnowflakeRenderer renderer, TaskObject root) =>
        renderer.Catalog.All<TaskObject>().Where(t => t.Root == root.Name && !t.IsRoot).Reverse();

    private sealed record View(string Name, string BareName, string Graph, string Schema, string ToResume, EquatableArray<string> Children,
        EquatableArray<string> Suspended, bool StartsNew, bool StaysSuspended);
}
