namespace Pipeline.Model;

/// <summary>The task that runs when all else of a graph has ended, also after a failure. A graph has at most one.</summary>
/// <remarks>
/// <para>Becomes CREATE OR ALTER TASK .. FINALIZE = root. It waits for nothing by itself and nothing waits for it; it has no condition.
/// Where the graph as a whole was skipped it doesn't run.</para>
/// See <see href="https://docs.snowflake.com/en/user-guide/tasks-graphs#finalizer-task">Finalizer task</see>.
/// </remarks>
/// <example><code>[Finalizer&lt;HourlyRoot&gt;, Runs&lt;RunLog&gt;] public sealed class CloseHour;</code></example>
/// <typeparam name="TRoot">The root of the graph.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FinalizerAttribute<[OfKind(typeof(RootTaskAttribute<,>))] TRoot> : KindAttribute
{
    /// <summary>After how many minutes it is cancelled, and has failed; 0 as the root says.</summary>
    public int TimeoutMinutes { get; init; }

    /// <summary>It is deployed but not run.</summary>
    public bool Suspended { get; init; }
}
