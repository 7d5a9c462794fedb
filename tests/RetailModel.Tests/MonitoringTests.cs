namespace Retail.Tests;

/// <summary>Views and alerts over rows of the account and of the platform, as plain C#.</summary>
public class MonitoringTests
{
    private static readonly DateTime Now = DateTime.UtcNow;

    private static TaskRuns Ran(string task, string state, int hoursAgo, string? error = null, int attempt = 1) => new()
    {
        RunId = "R" + hoursAgo, RootTask = "ROOT_TASK", TaskName = task, State = state, ScheduledTime = Now.AddHours(-hoursAgo), AttemptNumber = attempt, ErrorMessage = error, ObservedAt = Now,
    };

    private static QueryHistory Asked(string warehouse, long milliseconds, long scanned = 100, double fromCache = 0, long fromResult = 0, long spilled = 0) => new()
    {
        QueryId = "Q", QueryType = "SELECT", WarehouseName = warehouse, StartTime = Now.Date.AddDays(-1).AddHours(3), TotalElapsedTime = milliseconds, QueuedOverloadTime = 500,
        BytesScanned = scanned, PercentageScannedFromCache = fromCache, BytesReadFromResult = fromResult, BytesSpilledToRemoteStorage = spilled,
    };

    [Fact]
    public void Success_is_a_share_of_the_runs_of_the_week()
    {
        var rates = TaskSuccessRates.OfTheWeek(Query.Of(
            Ran("LOAD_SALES", "SUCCEEDED", 1), Ran("LOAD_SALES", "FAILED", 2), Ran("LOAD_SALES", "FAILED_AND_AUTO_SUSPENDED", 3), Ran("LOAD_SALES", "FAILED", 24 * 8), Ran("COPY", "SUCCEEDED", 1))).ToList();
        Assert.Equal([("COPY", 1L, 0L, 100m), ("LOAD_SALES", 3L, 2L, 33.33m)], rates.OrderBy(r => r.TaskName).Select(r => (r.TaskName, r.RunCount, r.FailureCount, r.SuccessPercent)));
    }

    [Fact]
    public void Staleness_is_of_the_latest_look_at_each_stream()
    {
        StreamStates At(int minutesAgo, int minutesLeft) => new()
        {
            ObservedAt = Now.AddMinutes(-minutesAgo), StreamSchema = "STAGING", StreamName = "S", SourceName = "STAGING.T", StaleAfter = Now.AddMinutes(minutesLeft),
        };
        var stream = Assert.Single(StreamStaleness.Latest(Query.Of(At(60, 5000), At(5, 90))).ToList());
        Assert.Equal("STAGING.S", stream.StreamName);
        Assert.InRange(stream.MinutesToStale!.Value, 89, 91);
    }

    [Fact]
    public void Query_times_are_percentiles_in_seconds()
    {
        var day = Assert.Single(QueryTimes.OfTheMonth(Query.Of(Enumerable.Range(1, 101).Select(i => Asked("BI_WH", (i - 1) * 1000, spilled: 7)))).ToList());
        Assert.Equal((101L, 50m, 95m, 99m, 50.5m, 707L), (day.QueryCount, day.P50Seconds, day.P95Seconds, day.P99Seconds, day.QueuedSeconds, day.SpilledRemoteBytes));
    }

    [Fact]
    public void Kept_result_is_told_by_reading_nothing_else()
    {
        var hits = Assert.Single(CacheHits.OfTheMonth(Query.Of(Asked("BI_WH", 1, scanned: 0, fromResult: 10), Asked("BI_WH", 1, fromCache: 1), Asked("BI_WH", 1, fromCache: 0.5))).ToList());
        Assert.Equal((3L, 1L, 0.5), (hits.QueryCount, hits.FromResultCount, hits.WarehouseCacheShare));
    }

    [Fact]
    public void Storage_grows_from_day_to_day()
    {
        DatabaseStorageUsageHistory On(int day, double bytes) => new() { DatabaseName = "RETAIL", UsageDate = new(2024, 1, day), AverageDatabaseBytes = bytes };
        Assert.Equal([null, 50, -20], StorageGrowth.ByDay(Query.Of(On(2, 150), On(1, 100), On(3, 130))).ToList().OrderBy(s => s.Day).Select(s => s.GrowthBytes));
    }

    [Fact]
    public void Credits_are_added_up_by_warehouse_and_day_and_what_is_too_much_is_told()
    {
        WarehouseMeteringHistory Hour(int hour, decimal credits) => new()
        {
            WarehouseName = "TRANSFORM_WH", StartTime = new DateTimeOffset(Now.Date, TimeSpan.Zero).AddHours(hour), CreditsUsed = credits, CreditsUsedCompute = credits,
        };
        var credits = WarehouseCredits.OfTheYear(Query.Of(Hour(0, 30m), Hour(1, 20.5m)));
        Assert.Equal(50.5m, Assert.Single(credits.ToList()).CreditsUsed);
        var alarm = Assert.Single(CostThreshold.Exceeded(credits).ToList());
        Assert.Equal("TRANSFORM_WH", alarm.Subject);
        Assert.StartsWith("TRANSFORM_WH used 50.5", alarm.Message);
        Assert.Empty(CostThreshold.Exceeded(WarehouseCredits.OfTheYear(Query.Of(Hour(0, 50m)))).ToList());
    }

    [Fact]
    public void Failed_task_is_told_once_with_its_last_reason()
    {
        var alarm = Assert.Single(TaskFailure.Failed(Query.Of(
            Ran("LOAD_SALES", "FAILED", 2, "first"), Ran("LOAD_SALES", "FAILED", 1, "no such file"), Ran("LOAD_SALES", "FAILED", 1, "no such table", attempt: 2),
            Ran("COPY", "SUCCEEDED", 1), Ran("OLD", "FAILED", 25, "long ago"))).ToList());
        Assert.Equal(("LOAD_SALES", "LOAD_SALES failed: no such table"), (alarm.Subject, alarm.Message));
    }

    [Fact]
    public void Check_that_failed_is_told_and_one_that_warned_is_not()
    {
        QualityMetrics Found(string check, string status, long errors, int hoursAgo) => new()
        {
            RunId = "R", CheckName = check, Layer = "CURATED", Target = "STAGING.STAGING_GATE", Status = status, ErrorCount = errors, RunTime = Now.AddHours(-hoursAgo),
        };
        var alarm = Assert.Single(QualityFailure.Found(Query.Of(
            Found("QuantitiesAreInRange", "FAIL", 3, 1), Found("QuantitiesAreInRange", "FAIL", 4, 2), Found("OrphanProducts", "WARN", 9, 1), Found("QuantitiesAreInRange", "FAIL", 5, 30))).ToList());
        Assert.Equal("QuantitiesAreInRange of STAGING.STAGING_GATE found 7 rows that are wrong", alarm.Message);
    }

    [Fact]
    public void Table_that_is_too_old_is_told_by_its_name()
    {
        TableFreshness Table(string name, bool isBreached) => new() { TableSchema = "CURATED", TableName = name, SlaMinutes = 1560, IsBreached = isBreached };
        var alarm = Assert.Single(SlaBreach.Stale(Query.Of(Table("FACT_SALES", true), Table("FACT_INVENTORY", false))).ToList());
        Assert.Equal(("CURATED.FACT_SALES", "CURATED.FACT_SALES has no row of the last 1560 minutes"), (alarm.Subject, alarm.Message));
    }
}
