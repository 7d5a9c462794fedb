namespace Pipeline.Model;

/// <summary>A task of a graph: starts when all its predecessors have succeeded.</summary>
/// <remarks>
/// <para>Becomes CREATE OR ALTER TASK .. AFTER ..; schema, warehouse and owner are its root's, as Snowflake demands.</para>
/// <para>Where a predecessor failed it doesn't run, and the graph has failed. Where one was skipped by its condition it doesn't run either, nor does
/// what comes after it, though the graph has succeeded. One that is suspended counts as succeeded, unless all of them are.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-task">CREATE TASK</see>.
/// </remarks>
/// <example><code>[Task, After&lt;LoadDimCustomer&gt;, After&lt;LoadDimProduct&gt;, Runs&lt;FactSales&gt;] public sealed class LoadFactSales;</code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskAttribute : KindAttribute
{
    /// <summary>After how many minutes it is cancelled, and has failed; 0 as the root says.</summary>
    public int TimeoutMinutes { get; init; }

    /// <summary>It is deployed but not run; what waits for it runs as if it had succeeded.</summary>
    public bool Suspended { get; init; }
}
