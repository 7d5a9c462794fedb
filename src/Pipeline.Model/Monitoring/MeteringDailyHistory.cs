namespace Pipeline.Model;

/// <summary>Credits of the whole account by the day: SNOWFLAKE.ACCOUNT_USAGE.METERING_DAILY_HISTORY.</summary>
/// <remarks>
/// It is up to 3 hours late. In a local run it is empty: only an account has such rows.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/metering_daily_history">METERING_DAILY_HISTORY</see>.
/// </remarks>
[AccountUsage]
public sealed class MeteringDailyHistory
{
    /// <summary>WAREHOUSE_METERING, PIPE, AUTO_CLUSTERING and so on.</summary>
    public required string ServiceType { get; init; }

    /// <summary>The day, in UTC.</summary>
    public DateOnly UsageDate { get; init; }

    /// <summary>Credits of the warehouse.</summary>
    [Number(38, 9)] public decimal CreditsUsedCompute { get; init; }

    /// <summary>Credits of cloud services.</summary>
    [Number(38, 9)] public decimal CreditsUsedCloudServices { get; init; }

    /// <summary>Credits in all, before the daily adjustment.</summary>
    [Number(38, 9)] public decimal CreditsUsed { get; init; }

    /// <summary>What cloud services cost less: zero or negative.</summary>
    [Number(38, 9)] public decimal CreditsAdjustmentCloudServices { get; init; }

    /// <summary>What is billed.</summary>
    [Number(38, 9)] public decimal CreditsBilled { get; init; }
}
