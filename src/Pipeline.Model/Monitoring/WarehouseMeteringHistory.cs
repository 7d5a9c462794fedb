namespace Pipeline.Model;

/// <summary>Credits of each warehouse by the hour: SNOWFLAKE.ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY.</summary>
/// <remarks>
/// It is up to 3 hours late, cloud services up to 6. In a local run it is empty: only an account has such rows.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/warehouse_metering_history">WAREHOUSE_METERING_HISTORY</see>.
/// </remarks>
[AccountUsage]
public sealed class WarehouseMeteringHistory
{
    /// <summary>Begin.</summary>
    public DateTimeOffset StartTime { get; init; }

    /// <summary>End.</summary>
    public DateTimeOffset EndTime { get; init; }

    /// <summary>The warehouse's number.</summary>
    public long? WarehouseId { get; init; }

    /// <summary>The warehouse.</summary>
    public required string WarehouseName { get; init; }

    /// <summary>Credits in all, before the daily adjustment.</summary>
    [Number(38, 9)] public decimal CreditsUsed { get; init; }

    /// <summary>Credits of the warehouse.</summary>
    [Number(38, 9)] public decimal CreditsUsedCompute { get; init; }

    /// <summary>Credits of cloud services.</summary>
    [Number(38, 9)] public decimal CreditsUsedCloudServices { get; init; }

    /// <summary>Credits of its queries, without idle time.</summary>
    [Number(38, 9)] public decimal? CreditsAttributedComputeQueries { get; init; }
}
