namespace Pipeline.Model;

/// <summary>The root task of a graph: the one with the schedule. The graph shares its schema, warehouse and owner; its runs never overlap.</summary>
/// <remarks>
/// <para>Becomes CREATE OR ALTER TASK. It runs only when a stream that the graph reads has data, so an idle hour costs nothing;
/// <see cref="WhenAttribute{TStream}"/> names other streams. Of a graph that copies files the root runs at each time, since nobody knows
/// beforehand whether there are new ones.</para>
/// See <see href="https://docs.snowflake.com/en/user-guide/tasks-graphs">Task graphs</see>.
/// </remarks>
/// <example><code>
/// [RootTask&lt;Etl, TransformWh&gt;(Cron = "0 * * * * UTC")] public sealed class RootTask;
/// [Task, After&lt;RootTask&gt;, Runs&lt;StgSales&gt;] public sealed class LoadSales;
/// </code></example>
/// <typeparam name="TSchema">The schema of the graph's tasks.</typeparam>
/// <typeparam name="TWarehouse">The warehouse that they run on.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RootTaskAttribute<
    [OfKind(typeof(SchemaAttribute))] TSchema, [OfKind(typeof(WarehouseAttribute))] TWarehouse> : KindAttribute
{
    /// <summary>Five cron fields and a time zone: <c>7 * * * * UTC</c>. Without it and without an interval, data in the streams triggers the graph.</summary>
    public string? Cron { get; init; }

    /// <summary>The interval, in place of a cron expression.</summary>
    public int EveryMinutes { get; init; }

    /// <summary>How often a failed graph is run again by itself, from the tasks that failed.</summary>
    public int Retries { get; init; }

    /// <summary>After how many failures in a row the graph is suspended; 0 never.</summary>
    public int SuspendAfterFailures { get; init; } = 10;

    /// <summary>After how many minutes a task of the graph is cancelled.</summary>
    public int TimeoutMinutes { get; init; } = 60;
}
