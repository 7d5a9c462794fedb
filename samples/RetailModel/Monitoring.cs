// MONITORING: what the platform says about itself. Runs and streams are its own records; queries, credits and storage only the account knows.
using Pipeline.Model;

namespace Retail;

/// <summary>Records each run when all else of it has ended, also after a failure, and tells at once what failed.</summary>
[Finalizer<RootTask>, Runs<Ledger>, Runs<TaskFailure>] public sealed class RecordRun;

/// <summary>Of each task, how many runs of the last week succeeded.</summary>
[View<Monitoring>]
public sealed class TaskSuccessRates
{
    public string TaskName { get; init; }
    public long RunCount { get; init; }
    public long FailureCount { get; init; }
    [Number(5, 2)] public decimal SuccessPercent { get; init; }
    public DateTime LastRunAt { get; init; }

    [Define]
    internal static Query<TaskSuccessRates> OfTheWeek(Query<TaskRuns> runs) =>
        from r in runs
        where r.ScheduledTime >= DateTime.UtcNow.AddDays(-7)
        group r by r.TaskName into task
        select new TaskSuccessRates
        {
            TaskName = task.Key,
            RunCount = task.Count(),
            FailureCount = task.Count(r => r.State.StartsWith("FAILED")),
            SuccessPercent = Math.Round(100m - 100m * task.Count(r => r.State.StartsWith("FAILED")) / task.Count(), 2),
            LastRunAt = task.Max(r => r.ScheduledTime),
        };
}

/// <summary>Of each task and day of the last month, what the account knows: also of tasks outside of the graph.</summary>
[View<Monitoring>]
public sealed class TaskDays
{
    public string SchemaName { get; init; }
    public string TaskName { get; init; }
    public DateOnly Day { get; init; }
    public long RunCount { get; init; }
    public long FailureCount { get; init; }

    [Define]
    internal static Query<TaskDays> OfTheMonth(Query<TaskHistory> history) =>
        from h in history
        where h.ScheduledTime.UtcDateTime >= DateTime.UtcNow.AddDays(-31)
        group h by (SchemaName: h.SchemaName ?? "", h.Name, Day: DateOnly.FromDateTime(h.ScheduledTime.UtcDateTime)) into day
        select new TaskDays
        {
            SchemaName = day.Key.SchemaName,
            TaskName = day.Key.Name,
            Day = day.Key.Day,
            RunCount = day.Count(),
            FailureCount = day.Count(h => h.State.StartsWith("FAILED")),
        };
}

/// <summary>What SYSTEM$PIPE_STATUS said of each pipe last.</summary>
[View<Monitoring>]
public sealed class PipeHealth
{
    public string PipeName { get; init; }
    public string? ExecutionState { get; init; }
    public long? PendingFileCount { get; init; }
    public long? OldestFileMinutes { get; init; }
    public string? Error { get; init; }
    public DateTime ObservedAt { get; init; }

    [Define]
    internal static Query<PipeHealth> Latest(Query<PipeStates> states) =>
        from p in states.LatestBy(p => (p.PipeSchema, p.PipeName), p => p.ObservedAt)
        select new PipeHealth
        {
            PipeName = p.PipeSchema + "." + p.PipeName,
            ExecutionState = p.ExecutionState,
            PendingFileCount = p.PendingFileCount,
            OldestFileMinutes = Sql.MinutesBetween(p.OldestFileAt, DateTime.UtcNow),
            Error = p.Error,
            ObservedAt = p.ObservedAt,
        };
}

/// <summary>Files and errors of each pipe by the day.</summary>
[View<Monitoring>]
public sealed class PipeLoads
{
    public string PipeName { get; init; }
    public DateOnly Day { get; init; }
    public long FileCount { get; init; }
    public long FailedFileCount { get; init; }
    public long RowCount { get; init; }
    public long ErrorCount { get; init; }

    [Define]
    internal static Query<PipeLoads> OfTheMonth(Query<CopyHistory> copies) =>
        from c in copies
        where c.PipeName != null && c.LastLoadTime.UtcDateTime >= DateTime.UtcNow.AddDays(-31)
        group c by (Name: c.PipeName ?? "", Day: DateOnly.FromDateTime(c.LastLoadTime.UtcDateTime)) into day
        select new PipeLoads
        {
            PipeName = day.Key.Name,
            Day = day.Key.Day,
            FileCount = day.Count(),
            FailedFileCount = day.Count(c => c.Status != "Loaded"),
            RowCount = day.Sum(c => c.RowCount),
            ErrorCount = day.Sum(c => c.ErrorCount),
        };
}

/// <summary>Until when each stream can be read, as it was after the last run.</summary>
[View<Monitoring>]
public sealed class StreamStaleness
{
    public string StreamName { get; init; }
    public string SourceName { get; init; }
    public bool IsStale { get; init; }
    public DateTime? StaleAfter { get; init; }

    /// <summary>Negative where it can't be read any more.</summary>
    public long? MinutesToStale { get; init; }

    public DateTime ObservedAt { get; init; }

    [Define]
    internal static Query<StreamStaleness> Latest(Query<StreamStates> states) =>
        from s in states.LatestBy(s => (s.StreamSchema, s.StreamName), s => s.ObservedAt)
        select new StreamStaleness
        {
            StreamName = s.StreamSchema + "." + s.StreamName,
            SourceName = s.SourceName,
            IsStale = s.IsStale,
            StaleAfter = s.StaleAfter,
            MinutesToStale = Sql.MinutesBetween(DateTime.UtcNow, s.StaleAfter),
            ObservedAt = s.ObservedAt,
        };
}

/// <summary>Of each clustered table, how well its partitions hold together; 1 is best.</summary>
[View<Monitoring>]
public sealed class ClusteringDepth
{
    public string TableName { get; init; }
    public double? AverageDepth { get; init; }
    public double? AverageOverlaps { get; init; }
    public long? TotalPartitionCount { get; init; }
    public DateTime ObservedAt { get; init; }

    [Define]
    internal static Query<ClusteringDepth> Latest(Query<ClusteringStates> states) =>
        from c in states.LatestBy(c => (c.TableSchema, c.TableName), c => c.ObservedAt)
        select new ClusteringDepth
        {
            TableName = c.TableSchema + "." + c.TableName,
            AverageDepth = c.AverageDepth,
            AverageOverlaps = c.AverageOverlaps,
            TotalPartitionCount = c.TotalPartitionCount,
            ObservedAt = c.ObservedAt,
        };
}

/// <summary>How much of its credits each resource monitor has used, such as <see cref="RetailQuota"/>.</summary>
[View<Monitoring>]
public sealed class ResourceMonitorUsage
{
    public string MonitorName { get; init; }
    [Number(38, 2)] public decimal? CreditQuota { get; init; }
    [Number(38, 2)] public decimal? UsedCredits { get; init; }
    [Number(38, 2)] public decimal? RemainingCredits { get; init; }
    public string? NotifyAt { get; init; }
    public string? SuspendAt { get; init; }
    public DateTime ObservedAt { get; init; }

    [Define]
    internal static Query<ResourceMonitorUsage> Latest(Query<ResourceMonitorStates> states) =>
        from m in states.LatestBy(m => m.MonitorName, m => m.ObservedAt)
        select new ResourceMonitorUsage
        {
            MonitorName = m.MonitorName,
            CreditQuota = m.CreditQuota,
            UsedCredits = m.UsedCredits,
            RemainingCredits = m.RemainingCredits,
            NotifyAt = m.NotifyAt,
            SuspendAt = m.SuspendAt,
            ObservedAt = m.ObservedAt,
        };
}
