namespace Pipeline.Model;

/// <summary>Runs of tasks of the last year: SNOWFLAKE.ACCOUNT_USAGE.TASK_HISTORY.</summary>
/// <remarks>
/// It is up to 45 minutes late. In a local run it has the tasks that ran.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/task_history">TASK_HISTORY</see>.
/// </remarks>
[AccountUsage]
public sealed class TaskHistory
{
    /// <summary>The task.</summary>
    public required string Name { get; init; }

    /// <summary>The database.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The schema.</summary>
    public string? SchemaName { get; init; }

    /// <summary>The statement.</summary>
    public string? QueryId { get; init; }

    /// <summary>Its text.</summary>
    public string? QueryText { get; init; }

    /// <summary>The condition of the task.</summary>
    public string? ConditionText { get; init; }

    /// <summary>SCHEDULED, EXECUTING, SUCCEEDED, FAILED, FAILED_AND_AUTO_SUSPENDED, CANCELLED or SKIPPED.</summary>
    public required string State { get; init; }

    /// <summary>The code of the error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What went wrong.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>For when it was scheduled.</summary>
    public DateTimeOffset ScheduledTime { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? QueryStartTime { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? CompletedTime { get; init; }

    /// <summary>The root of its graph.</summary>
    public string? RootTaskId { get; init; }

    /// <summary>The version of its graph.</summary>
    public long? GraphVersion { get; init; }

    /// <summary>The scheduled time of the graph, in milliseconds.</summary>
    public long? RunId { get; init; }

    /// <summary>What it gave to those that wait for it.</summary>
    public string? ReturnValue { get; init; }

    /// <summary>What started it.</summary>
    public string? ScheduledFrom { get; init; }

    /// <summary>1, and more for what was retried.</summary>
    public long? AttemptNumber { get; init; }

    /// <summary>The run of the graph, the same on a retry: RUN_ID in LOAD_RUNS, which is a text.</summary>
    public long? GraphRunGroupId { get; init; }

    /// <summary>The configuration of the graph.</summary>
    public string? Config { get; init; }
}
