// MONITORING: performance and cost, from what the account keeps of itself. Locally these views are empty: there is no account.
using Pipeline.Model;

namespace Retail;

/// <summary>How long queries take, and how often they spill: by warehouse and day.</summary>
[View<Monitoring>]
public sealed class QueryTimes
{
    public string WarehouseName { get; init; }
    public DateOnly Day { get; init; }
    public long QueryCount { get; init; }
    [Number(38, 3)] public decimal? P50Seconds { get; init; }
    [Number(38, 3)] public decimal? P95Seconds { get; init; }
    [Number(38, 3)] public decimal? P99Seconds { get; init; }
    [Number(38, 3)] public decimal QueuedSeconds { get; init; }
    public long SpilledLocalBytes { get; init; }
    public long SpilledRemoteBytes { get; init; }

    [Define]
    internal static Query<QueryTimes> OfTheMonth(Query<QueryHistory> queries) =>
        from q in queries
        where q.WarehouseName != null && q.StartTime.UtcDateTime >= DateTime.UtcNow.AddDays(-31)
        group q by (Name: q.WarehouseName ?? "", Day: DateOnly.FromDateTime(q.StartTime.UtcDateTime)) into day
        select new QueryTimes
        {
            WarehouseName = day.Key.Name,
            Day = day.Key.Day,
            QueryCount = day.Count(),
            P50Seconds = Math.Round((day.Percentile(0.50, q => q.TotalElapsedTime) ?? 0m) / 1000m, 3),
            P95Seconds = Math.Round((day.Percentile(0.95, q => q.TotalElapsedTime) ?? 0m) / 1000m, 3),
            P99Seconds = Math.Round((day.Percentile(0.99, q => q.TotalElapsedTime) ?? 0m) / 1000m, 3),
            QueuedSeconds = Math.Round(day.Sum(q => q.QueuedOverloadTime + q.QueuedProvisioningTime) / 1000m, 3),
            SpilledLocalBytes = day.Sum(q => q.BytesSpilledToLocalStorage),
            SpilledRemoteBytes = day.Sum(q => q.BytesSpilledToRemoteStorage),
        };
}

/// <summary>How many queries run and wait on each warehouse, by the day.</summary>
[View<Monitoring>]
public sealed class WarehouseLoad
{
    public string WarehouseName { get; init; }
    public DateOnly Day { get; init; }
    [Number(38, 4)] public decimal? AverageRunning { get; init; }
    [Number(38, 4)] public decimal? AverageQueued { get; init; }
    [Number(38, 9)] public decimal MostQueued { get; init; }

    [Define]
    internal static Query<WarehouseLoad> OfTheMonth(Query<WarehouseLoadHistory> loads) =>
        from l in loads
        where l.StartTime.UtcDateTime >= DateTime.UtcNow.AddDays(-31)
        group l by (l.WarehouseName, Day: DateOnly.FromDateTime(l.StartTime.UtcDateTime)) into day
        select new WarehouseLoad
        {
            WarehouseName = day.Key.WarehouseName,
            Day = day.Key.Day,
            AverageRunning = Math.Round(day.Average(l => l.AvgRunning) ?? 0m, 4),
            AverageQueued = Math.Round(day.Average(l => l.AvgQueuedLoad) ?? 0m, 4),
            MostQueued = day.Max(l => l.AvgQueuedLoad),
        };
}

/// <summary>How much is read from caches: the warehouse's, and results that were kept.</summary>
/// <remarks>Snowflake marks no query that a kept result answered: such a one scans nothing and reads a result.</remarks>
[View<Monitoring>]
public sealed class CacheHits
{
    public string WarehouseName { get; init; }
    public DateOnly Day { get; init; }
    public long QueryCount { get; init; }
    public long FromResultCount { get; init; }
    public double WarehouseCacheShare { get; init; }
    public long PartitionsScanned { get; init; }
    public long PartitionsTotal { get; init; }

    [Define]
    internal static Query<CacheHits> OfTheMonth(Query<QueryHistory> queries) =>
        from q in queries
        where q.QueryType == "SELECT" && q.StartTime.UtcDateTime >= DateTime.UtcNow.AddDays(-31)
        group q by (Name: q.WarehouseName ?? "", Day: DateOnly.FromDateTime(q.StartTime.UtcDateTime)) into day
        select new CacheHits
        {
            WarehouseName = day.Key.Name,
            Day = day.Key.Day,
            QueryCount = day.Count(),
            FromResultCount = day.Count(q => q.BytesScanned == 0 && q.BytesReadFromResult > 0),
            WarehouseCacheShare = day.Sum(q => q.PercentageScannedFromCache) / day.Count(),
            PartitionsScanned = day.Sum(q => q.PartitionsScanned),
            PartitionsTotal = day.Sum(q => q.PartitionsTotal),
        };
}

/// <summary>Credits of each warehouse by the day.</summary>
[View<Monitoring>]
public sealed class WarehouseCredits
{
    public string WarehouseName { get; init; }
    public DateOnly Day { get; init; }
    [Number(38, 9)] public decimal CreditsUsed { get; init; }
    [Number(38, 9)] public decimal CreditsCompute { get; init; }

    [Define]
    internal static Query<WarehouseCredits> OfTheYear(Query<WarehouseMeteringHistory> metering) =>
        from m in metering
        group m by (m.WarehouseName, Day: DateOnly.FromDateTime(m.StartTime.UtcDateTime)) into day
        select new WarehouseCredits
        {
            WarehouseName = day.Key.WarehouseName,
            Day = day.Key.Day,
            CreditsUsed = day.Sum(m => m.CreditsUsed),
            CreditsCompute = day.Sum(m => m.CreditsUsedCompute),
        };
}

/// <summary>What each database takes up by the day, and how much more than the day before.</summary>
[View<Monitoring>]
public sealed class StorageGrowth
{
    public string DatabaseName { get; init; }
    public DateOnly Day { get; init; }
    public double DatabaseBytes { get; init; }
    public double FailsafeBytes { get; init; }
    public double? GrowthBytes { get; init; }

    [Define]
    internal static Query<StorageGrowth> ByDay(Query<DatabaseStorageUsageHistory> storage) =>
        from w in storage.Window(s => s.DatabaseName, s => s.UsageDate)
        select new StorageGrowth
        {
            DatabaseName = w.Row.DatabaseName,
            Day = w.Row.UsageDate,
            DatabaseBytes = w.Row.AverageDatabaseBytes,
            FailsafeBytes = w.Row.AverageFailsafeBytes,
            GrowthBytes = w.Row.AverageDatabaseBytes - w.Lag(1)?.AverageDatabaseBytes,
        };
}

/// <summary>The tables that take up the most.</summary>
[View<Monitoring>]
public sealed class TableStorage
{
    public string TableName { get; init; }
    public long ActiveBytes { get; init; }
    public long TimeTravelBytes { get; init; }
    public long FailsafeBytes { get; init; }

    [Define]
    internal static Query<TableStorage> Kept(Query<TableStorageMetrics> tables) =>
        from t in tables
        where !t.Deleted
        select new TableStorage
        {
            TableName = t.TableCatalog + "." + t.TableSchema + "." + t.TableName,
            ActiveBytes = t.ActiveBytes,
            TimeTravelBytes = t.TimeTravelBytes,
            FailsafeBytes = t.FailsafeBytes,
        };
}

/// <summary>Credits, files and bytes of each pipe by the day.</summary>
[View<Monitoring>]
public sealed class PipeCredits
{
    public string PipeName { get; init; }
    public DateOnly Day { get; init; }
    [Number(38, 9)] public decimal CreditsUsed { get; init; }
    public long FileCount { get; init; }
    public long Bytes { get; init; }

    [Define]
    internal static Query<PipeCredits> OfTheYear(Query<PipeUsageHistory> usage) =>
        from u in usage
        where u.PipeName != null
        group u by (Name: u.PipeName ?? "", Day: DateOnly.FromDateTime(u.StartTime.UtcDateTime)) into day
        select new PipeCredits
        {
            PipeName = day.Key.Name,
            Day = day.Key.Day,
            CreditsUsed = day.Sum(u => u.CreditsUsed),
            FileCount = day.Sum(u => u.FilesInserted),
            Bytes = day.Sum(u => u.BytesInserted),
        };
}

/// <summary>What the account is billed by the day and service.</summary>
[View<Monitoring>]
public sealed class DailyBill
{
    public DateOnly Day { get; init; }
    public string ServiceType { get; init; }
    [Number(38, 9)] public decimal CreditsUsed { get; init; }
    [Number(38, 9)] public decimal CreditsBilled { get; init; }

    [Define]
    internal static Query<DailyBill> ByService(Query<MeteringDailyHistory> metering) =>
        from m in metering
        select new DailyBill { Day = m.UsageDate, ServiceType = m.ServiceType, CreditsUsed = m.CreditsUsed, CreditsBilled = m.CreditsBilled };
}
