namespace Pipeline.Model;

/// <summary>What each database took up by the day: SNOWFLAKE.ACCOUNT_USAGE.DATABASE_STORAGE_USAGE_HISTORY.</summary>
/// <remarks>
/// It is up to 3 hours late. In a local run it is empty: only an account has such rows.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/database_storage_usage_history">DATABASE_STORAGE_USAGE_HISTORY</see>.
/// </remarks>
[AccountUsage]
public sealed class DatabaseStorageUsageHistory
{
    /// <summary>The day, in UTC.</summary>
    public DateOnly UsageDate { get; init; }

    /// <summary>The database's number.</summary>
    public long? DatabaseId { get; init; }

    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>Bytes of tables and Time Travel, on the day's average.</summary>
    public double AverageDatabaseBytes { get; init; }

    /// <summary>Bytes in Fail-safe, on the day's average.</summary>
    public double AverageFailsafeBytes { get; init; }
}
