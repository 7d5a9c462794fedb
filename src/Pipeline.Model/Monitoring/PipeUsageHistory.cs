namespace Pipeline.Model;

/// <summary>What pipes loaded and used: SNOWFLAKE.ACCOUNT_USAGE.PIPE_USAGE_HISTORY.</summary>
/// <remarks>
/// It is up to 3 hours late. In a local run it is empty: only an account has such rows.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/pipe_usage_history">PIPE_USAGE_HISTORY</see>.
/// </remarks>
[AccountUsage]
public sealed class PipeUsageHistory
{
    /// <summary>The pipe's number.</summary>
    public long? PipeId { get; init; }

    /// <summary>The pipe; null where nothing was loaded.</summary>
    public string? PipeName { get; init; }

    /// <summary>Begin.</summary>
    public DateTimeOffset StartTime { get; init; }

    /// <summary>End.</summary>
    public DateTimeOffset EndTime { get; init; }

    /// <summary>Credits in all, before the daily adjustment.</summary>
    [Number(38, 9)] public decimal CreditsUsed { get; init; }

    /// <summary>Bytes loaded.</summary>
    public long BytesInserted { get; init; }

    /// <summary>Files loaded.</summary>
    public long FilesInserted { get; init; }
}
