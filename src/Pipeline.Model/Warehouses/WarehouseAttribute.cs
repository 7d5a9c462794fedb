namespace Pipeline.Model;

/// <summary>A virtual warehouse: the compute that loads and queries run on.</summary>
/// <remarks>
/// Becomes CREATE WAREHOUSE IF NOT EXISTS, created suspended so that it costs nothing until something runs.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-warehouse">CREATE WAREHOUSE</see>.
/// </remarks>
/// <example><code>
/// [Warehouse(Size = WarehouseSize.Small, AutoSuspendSeconds = 60)] public sealed class TransformWh;
/// // CREATE WAREHOUSE IF NOT EXISTS TRANSFORM_WH WAREHOUSE_SIZE = SMALL AUTO_SUSPEND = 60 INITIALLY_SUSPENDED = TRUE ..
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WarehouseAttribute : KindAttribute
{
    /// <summary>Its size; XSMALL where nothing is said.</summary>
    public WarehouseSize Size { get; init; }

    /// <summary>After how many idle seconds it stops and costs nothing.</summary>
    public int AutoSuspendSeconds { get; init; } = 60;

    /// <summary>How many clusters run whenever it runs; as many as <see cref="MaxClusters"/> for one that doesn't scale.</summary>
    public int MinClusters { get; init; } = 1;

    /// <summary>Up to how many clusters it grows when queries queue; 1 is a single-cluster warehouse. More take the Enterprise edition.</summary>
    public int MaxClusters { get; init; } = 1;

    /// <summary>Whether another cluster starts as soon as a query queues, or only when there is work for it for a while.</summary>
    public ScalingPolicy Scaling { get; init; }

    /// <summary>After how many seconds a statement is cancelled; 0 leaves it to the account.</summary>
    public int StatementTimeoutSeconds { get; init; }
}
