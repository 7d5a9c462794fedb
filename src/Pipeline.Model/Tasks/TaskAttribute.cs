namespace Pipeline.Model;

/// <summary>A task of a graph: starts when all its predecessors have succeeded.</summary>
/// <remarks>
/// Becomes CREATE OR ALTER TASK .. AFTER ..; schema, warehouse and owner are its root's, as Snowflake demands.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-task">CREATE TASK</see>.
/// </remarks>
/// <example><code>[Task, After&lt;LoadDimCustomer&gt;, After&lt;LoadDimProduct&gt;, Runs&lt;FactSales&gt;] public sealed class LoadFactSales;</code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskAttribute : KindAttribute
{
    /// <summary>After how many minutes it is cancelled; 0 as the root says.</summary>
    public int TimeoutMinutes { get; init; }
}
