namespace Pipeline.Model;

/// <summary>What each table takes up now: SNOWFLAKE.ACCOUNT_USAGE.TABLE_STORAGE_METRICS.</summary>
/// <remarks>
/// It is up to 90 minutes late. In a local run it is empty: only an account has such rows.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/table_storage_metrics">TABLE_STORAGE_METRICS</see>.
/// </remarks>
[AccountUsage]
public sealed class TableStorageMetrics
{
    /// <summary>The table's database.</summary>
    public required string TableCatalog { get; init; }

    /// <summary>The table's schema.</summary>
    public required string TableSchema { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>Bytes of its rows.</summary>
    public long ActiveBytes { get; init; }

    /// <summary>Bytes kept for Time Travel.</summary>
    public long TimeTravelBytes { get; init; }

    /// <summary>Bytes in Fail-safe.</summary>
    public long FailsafeBytes { get; init; }

    /// <summary>Bytes kept since a clone has them.</summary>
    public long RetainedForCloneBytes { get; init; }

    /// <summary>Whether it was dropped.</summary>
    public bool Deleted { get; init; }
}
