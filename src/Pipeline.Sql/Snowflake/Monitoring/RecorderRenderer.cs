using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The procedure that the finalizer runs: it keeps what became of each task, and what only SHOW and system functions tell.</summary>
internal static class RecorderRenderer
{
    public static string Render(SnowflakeRenderer renderer)
    {
        var catalog = renderer.Catalog;
        return SnowflakeQuoting.WithBody(renderer.Fill("Monitoring/record_run.sql", "recorder", new View(
            renderer.Name(MonitoringTables.Recorder(catalog)),
            renderer.Name(MonitoringTables.TaskRuns(catalog)),
            renderer.Name(MonitoringTables.StreamStates(catalog)),
            renderer.Name(MonitoringTables.PipeStates(catalog)),
            renderer.Name(MonitoringTables.ClusteringStates(catalog)),
            renderer.Name(MonitoringTables.ResourceMonitorStates(catalog)),
            catalog.All<PipeObject>().Select(p => Named(renderer, p.Name)).ToEquatableArray(),
            // Without keys the function fails.
            catalog.All<TableObject>().Where(t => t.ClusterBy.Count > 0).Select(t => Named(renderer, t.Name)).ToEquatableArray())));
    }

    private static NamedView Named(SnowflakeRenderer renderer, QualifiedName name) => new(renderer.Name(name), name.Schema ?? "", name.Name);

    private sealed record View(
        string Name, string TaskRuns, string StreamStates, string PipeStates, string ClusteringStates, string MonitorStates,
        EquatableArray<NamedView> Pipes, EquatableArray<NamedView> Tables);

    private sealed record NamedView(string Name, string Schema, string BareName);
}
