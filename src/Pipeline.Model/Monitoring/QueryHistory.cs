namespace Pipeline.Model;

/// <summary>Statements of the last year: SNOWFLAKE.ACCOUNT_USAGE.QUERY_HISTORY.</summary>
/// <remarks>
/// It is up to 45 minutes late. In a local run it is empty: only an account has such rows.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/query_history">QUERY_HISTORY</see>.
/// </remarks>
[AccountUsage]
public sealed class QueryHistory
{
    /// <summary>The statement.</summary>
    public required string QueryId { get; init; }

    /// <summary>Its text.</summary>
    public string? QueryText { get; init; }

    /// <summary>The database.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The schema.</summary>
    public string? SchemaName { get; init; }

    /// <summary>SELECT, MERGE, COPY and so on.</summary>
    public string? QueryType { get; init; }

    /// <summary>Who asked.</summary>
    public string? UserName { get; init; }

    /// <summary>With which role.</summary>
    public string? RoleName { get; init; }

    /// <summary>The warehouse.</summary>
    public string? WarehouseName { get; init; }

    /// <summary>Its size then.</summary>
    public string? WarehouseSize { get; init; }

    /// <summary>The tag of the session.</summary>
    public string? QueryTag { get; init; }

    /// <summary>SUCCESS, FAIL or INCIDENT.</summary>
    public string? ExecutionStatus { get; init; }

    /// <summary>The code of the error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What went wrong.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Begin.</summary>
    public DateTimeOffset StartTime { get; init; }

    /// <summary>End.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Milliseconds in all.</summary>
    public long TotalElapsedTime { get; init; }

    /// <summary>Milliseconds of compiling.</summary>
    public long? CompilationTime { get; init; }

    /// <summary>Milliseconds of running.</summary>
    public long? ExecutionTime { get; init; }

    /// <summary>Milliseconds of waiting for the warehouse to start.</summary>
    public long QueuedProvisioningTime { get; init; }

    /// <summary>Milliseconds of waiting for a full warehouse.</summary>
    public long QueuedOverloadTime { get; init; }

    /// <summary>Milliseconds of waiting for a lock.</summary>
    public long? TransactionBlockedTime { get; init; }

    /// <summary>Bytes read.</summary>
    public long BytesScanned { get; init; }

    /// <summary>The share of them that came from the warehouse's cache: 0 to 1.</summary>
    public double PercentageScannedFromCache { get; init; }

    /// <summary>Bytes read of a kept result.</summary>
    public long BytesReadFromResult { get; init; }

    /// <summary>Bytes that didn't fit into memory.</summary>
    public long BytesSpilledToLocalStorage { get; init; }

    /// <summary>Bytes that didn't fit on the warehouse's disk either.</summary>
    public long BytesSpilledToRemoteStorage { get; init; }

    /// <summary>Partitions read.</summary>
    public long PartitionsScanned { get; init; }

    /// <summary>Partitions that the tables have.</summary>
    public long PartitionsTotal { get; init; }

    /// <summary>Rows given.</summary>
    public long? RowsProduced { get; init; }

    /// <summary>Credits of cloud services.</summary>
    public double? CreditsUsedCloudServices { get; init; }
}
