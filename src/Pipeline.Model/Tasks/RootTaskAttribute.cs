namespace Pipeline.Model;

/// <summary>The root task of a graph: the one with the schedule. The graph shares its schema, warehouse and owner.</summary>
/// <remarks>
/// <para>Becomes CREATE OR ALTER TASK. It runs only when a stream that the graph reads has data, so an idle hour costs nothing;
/// <see cref="WhenAttribute{TStream}"/> names other streams. Of a graph that copies files the root runs at each time, since nobody knows
/// beforehand whether there are new ones.</para>
/// <para>Without <see cref="Cron"/> and <see cref="EveryMinutes"/> the graph is triggered: it runs as soon as a stream of its condition has data.</para>
/// <para>Where its condition doesn't hold the whole graph is skipped, its finalizer too. Where a task fails, those after it don't run and the graph has failed.</para>
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
    /// <summary>Five cron fields and a time zone: <c>7 * * * * UTC</c>. In a zone with summer time an hour may come twice or never, and the run with it.</summary>
    public string? Cron { get; init; }

    /// <summary>The interval, in place of a cron expression; 1 to 11520. It counts from the time at which the graph was resumed.</summary>
    public int EveryMinutes { get; init; }

    /// <summary>Of a triggered graph, how many seconds lie at least between two runs; 10 to 604800, by default 30.</summary>
    public int TriggerSeconds { get; init; }

    /// <summary>How often a failed graph is run again by itself, from the tasks that failed; 0 to 30. What had succeeded isn't run again.</summary>
    public int Retries { get; init; }

    /// <summary>After how many failures in a row the graph is suspended; 0 never. Runs that were skipped don't count.</summary>
    public int SuspendAfterFailures { get; init; } = 10;

    /// <summary>After how many minutes the run of the graph is cancelled, and has failed; 1 to 10080.</summary>
    public int TimeoutMinutes { get; init; } = 60;

    /// <summary>What happens at a scheduled time at which a run still goes on. By default nothing: it is left out.</summary>
    public Overlap Overlap { get; init; }

    /// <summary>The graph is deployed but not started; a person resumes it, or runs it once by EXECUTE TASK.</summary>
    public bool Suspended { get; init; }
}
