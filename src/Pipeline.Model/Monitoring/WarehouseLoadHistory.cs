namespace Pipeline.Model;

/// <summary>How full each warehouse was, by five minutes: SNOWFLAKE.ACCOUNT_USAGE.WAREHOUSE_LOAD_HISTORY.</summary>
/// <remarks>
/// It is up to 3 hours late. In a local run it is empty: only an account has such rows.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/warehouse_load_history">WAREHOUSE_LOAD_HISTORY</see>.
/// </remarks>
[AccountUsage]
public sealed class WarehouseLoadHistory
{
    /// <summary>Begin.</summary>
    public DateTimeOffset StartTime { get; init; }

    /// <summary>End.</summary>
    public DateTimeOffset EndTime { get; init; }

    /// <summary>The warehouse's number.</summary>
    public long? WarehouseId { get; init; }

    /// <summary>The warehouse.</summary>
    public required string WarehouseName { get; init; }

    /// <summary>Queries that ran, on average.</summary>
    [Number(38, 9)] public decimal AvgRunning { get; init; }

    /// <summary>Queries that waited for a full warehouse.</summary>
    [Number(38, 9)] public decimal AvgQueuedLoad { get; init; }

    /// <summary>Queries that waited for the warehouse to start.</summary>
    [Number(38, 9)] public decimal AvgQueuedProvisioning { get; init; }

    /// <summary>Queries that waited for a lock.</summary>
    [Number(38, 9)] public decimal AvgBlocked { get; init; }
}
