using Pipeline.Engine.Tests.Faults;

namespace Pipeline.Engine.Tests.Monitoring;

/// <summary>Each view of the sample's MONITORING: records go in, and what it tells of them comes out, as of the last run.</summary>
/// <remarks>What only an account knows is put in the place of its view: in a local run that is empty.</remarks>
public sealed class RetailViewTests(RetailViewTests.Run run) : IClassFixture<RetailViewTests.Run>
{
    [Fact]
    public void TASK_SUCCESS_RATES_is_the_share_of_the_runs_of_a_week_that_succeeded()
    {
        Keep("TASK_RUNS (RUN_ID, ROOT_TASK, TASK_NAME, STATE, SCHEDULED_TIME, ATTEMPT_NUMBER, OBSERVED_AT)", """
            ('a', 'X.ROOT', 'X.LOAD', 'SUCCEEDED', TIMESTAMP '2024-01-15 05:00:00', 1, TIMESTAMP '2024-01-15 05:10:00'),
            ('b', 'X.ROOT', 'X.LOAD', 'FAILED', TIMESTAMP '2024-01-15 04:00:00', 1, TIMESTAMP '2024-01-15 05:10:00'),
            ('c', 'X.ROOT', 'X.LOAD', 'FAILED_AND_AUTO_SUSPENDED', TIMESTAMP '2024-01-08 06:00:00', 1, TIMESTAMP '2024-01-15 05:10:00'),
            ('d', 'X.ROOT', 'X.LOAD', 'FAILED', TIMESTAMP '2024-01-08 05:59:00', 1, TIMESTAMP '2024-01-15 05:10:00'),
            ('a', 'X.ROOT', 'X.COPY', 'SUCCEEDED', TIMESTAMP '2024-01-15 05:00:00', 1, TIMESTAMP '2024-01-15 05:10:00')
            """);
        Shows("X.COPY | 1 | 0 | 100.00 | 2024-01-15 05:00:00\nX.LOAD | 3 | 2 | 33.33 | 2024-01-15 05:00:00",
            "SELECT TASK_NAME, RUN_COUNT, FAILURE_COUNT, SUCCESS_PERCENT, LAST_RUN_AT FROM MONITORING.TASK_SUCCESS_RATES WHERE TASK_NAME LIKE 'X.%' ORDER BY 1");
    }

    [Fact]
    public void TASK_SUCCESS_RATES_has_every_task_of_a_run() => Shows(
        $"{Retail.Tasks.Count(t => !t.IsFinalizer)} | 0 | true", "SELECT COUNT(*), SUM(FAILURE_COUNT)::BIGINT, BOOL_AND(SUCCESS_PERCENT = 100) FROM MONITORING.TASK_SUCCESS_RATES WHERE TASK_NAME LIKE 'ETL.%'");

    [Fact]
    public void TASK_DAYS_counts_runs_and_failures_of_a_month_by_task_and_day()
    {
        Account("TASK_HISTORY (SCHEMA_NAME, NAME, STATE, SCHEDULED_TIME)", """
            ('ETL', 'LOAD_SALES', 'SUCCEEDED', TIMESTAMPTZ '2024-01-14 23:00:00+00'), ('ETL', 'LOAD_SALES', 'FAILED', TIMESTAMPTZ '2024-01-15 00:00:00+00'),
            ('ETL', 'LOAD_SALES', 'FAILED_AND_AUTO_SUSPENDED', TIMESTAMPTZ '2024-01-15 01:00:00+00'), ('ETL', 'LOAD_SALES', 'FAILED', TIMESTAMPTZ '2023-12-15 05:00:00+00'),
            (NULL, 'STRAY', 'SUCCEEDED', TIMESTAMPTZ '2024-01-15 01:00:00+00')
            """);
        Shows(" | STRAY | 2024-01-15 | 1 | 0\nETL | LOAD_SALES | 2024-01-14 | 1 | 0\nETL | LOAD_SALES | 2024-01-15 | 2 | 2",
            "SELECT SCHEMA_NAME, TASK_NAME, DAY, RUN_COUNT, FAILURE_COUNT FROM MONITORING.TASK_DAYS ORDER BY ALL");
    }

    [Fact]
    public void PIPE_HEALTH_is_what_each_pipe_said_last()
    {
        Keep("PIPE_STATES (OBSERVED_AT, PIPE_SCHEMA, PIPE_NAME, EXECUTION_STATE, PENDING_FILE_COUNT, OLDEST_FILE_AT, ERROR)", """
            (TIMESTAMP '2024-01-15 05:00:00', 'LANDING', 'CLICKSTREAM_PIPE', 'RUNNING', 0, NULL, NULL),
            (TIMESTAMP '2024-01-15 05:55:00', 'LANDING', 'CLICKSTREAM_PIPE', 'STALLED_EXECUTION_ERROR', 3, TIMESTAMP '2024-01-15 04:30:00', 'no such table'),
            (TIMESTAMP '2024-01-15 05:50:00', 'LANDING', 'OTHER_PIPE', 'PAUSED', 0, NULL, NULL)
            """);
        Shows("LANDING.CLICKSTREAM_PIPE | STALLED_EXECUTION_ERROR | 3 | 90 | no such table | 2024-01-15 05:55:00\nLANDING.OTHER_PIPE | PAUSED | 0 |  |  | 2024-01-15 05:50:00",
            "SELECT PIPE_NAME, EXECUTION_STATE, PENDING_FILE_COUNT, OLDEST_FILE_MINUTES, ERROR, OBSERVED_AT FROM MONITORING.PIPE_HEALTH ORDER BY 1");
    }

    [Fact]
    public void PIPE_LOADS_counts_files_rows_and_errors_of_pipes_alone()
    {
        Account("COPY_HISTORY (PIPE_NAME, LAST_LOAD_TIME, STATUS, ROW_COUNT, ERROR_COUNT)", """
            ('CLICKSTREAM_PIPE', TIMESTAMPTZ '2024-01-14 10:00:00+00', 'Loaded', 100, 0), ('CLICKSTREAM_PIPE', TIMESTAMPTZ '2024-01-14 11:00:00+00', 'Load failed', 0, 7),
            ('CLICKSTREAM_PIPE', TIMESTAMPTZ '2024-01-15 01:00:00+00', 'Loaded', 50, 0), (NULL, TIMESTAMPTZ '2024-01-14 10:00:00+00', 'Loaded', 900, 0),
            ('CLICKSTREAM_PIPE', TIMESTAMPTZ '2023-12-15 05:59:00+00', 'Loaded', 1, 0)
            """);
        Shows("CLICKSTREAM_PIPE | 2024-01-14 | 2 | 1 | 100 | 7\nCLICKSTREAM_PIPE | 2024-01-15 | 1 | 0 | 50 | 0",
            "SELECT PIPE_NAME, DAY, FILE_COUNT, FAILED_FILE_COUNT, ROW_COUNT, ERROR_COUNT FROM MONITORING.PIPE_LOADS ORDER BY ALL");
    }

    [Fact]
    public void STREAM_STALENESS_is_the_time_that_is_left_by_the_last_look()
    {
        Keep("STREAM_STATES (OBSERVED_AT, STREAM_SCHEMA, STREAM_NAME, SOURCE_NAME, IS_STALE, STALE_AFTER)", """
            (TIMESTAMP '2024-01-14 06:00:00', 'X', 'S', 'X.T', FALSE, TIMESTAMP '2024-02-01 00:00:00'), (TIMESTAMP '2024-01-15 05:00:00', 'X', 'S', 'X.T', FALSE, TIMESTAMP '2024-01-15 07:30:00'),
            (TIMESTAMP '2024-01-15 05:00:00', 'X', 'GONE', 'X.T', TRUE, TIMESTAMP '2024-01-15 05:30:00')
            """);
        Shows("X.GONE | X.T | true | 2024-01-15 05:30:00 | -30\nX.S | X.T | false | 2024-01-15 07:30:00 | 90",
            "SELECT STREAM_NAME, SOURCE_NAME, IS_STALE, STALE_AFTER, MINUTES_TO_STALE FROM MONITORING.STREAM_STALENESS WHERE STREAM_NAME LIKE 'X.%' ORDER BY 1");
    }

    [Fact]
    public void STREAM_STALENESS_has_every_stream_of_a_run() => Shows(
        run.Pipeline.Streams.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "SELECT COUNT(*) FROM MONITORING.STREAM_STALENESS WHERE OBSERVED_AT = TIMESTAMP '2024-01-15 06:00:00' AND NOT IS_STALE AND MINUTES_TO_STALE > 1440");

    [Fact]
    public void TABLE_FRESHNESS_is_the_newest_row_against_what_was_promised() => Shows(
        "CURATED | FACT_CLICKSTREAM | 1560 | 2024-01-15 06:00:00 | 0 | false\nCURATED | FACT_SALES | 1560 | 2024-01-15 06:00:00 | 0 | false\nLANDING | RAW_INVENTORY | 1560 | 2024-01-15 06:00:00 | 0 | false",
        "SELECT TABLE_SCHEMA, TABLE_NAME, SLA_MINUTES, NEWEST_AT, AGE_MINUTES, IS_BREACHED FROM MONITORING.TABLE_FRESHNESS ORDER BY ALL");

    [Fact]
    public void QUERY_TIMES_are_percentiles_in_seconds_with_what_was_queued_and_spilled()
    {
        AccountAs("QUERY_HISTORY", """
            SELECT IF(i < 101, 'BI_WH', NULL) AS WAREHOUSE_NAME, TIMESTAMPTZ '2024-01-14 03:00:00+00' AS START_TIME, i * 1000 AS TOTAL_ELAPSED_TIME, 300 AS QUEUED_OVERLOAD_TIME,
                200 AS QUEUED_PROVISIONING_TIME, 5 AS BYTES_SPILLED_TO_LOCAL_STORAGE, 7 AS BYTES_SPILLED_TO_REMOTE_STORAGE
            FROM generate_series(0, 101) AS s(i)
            """);
        Shows("BI_WH | 2024-01-14 | 101 | 50 | 95 | 99 | 50.5 | 505 | 707",
            "SELECT WAREHOUSE_NAME, DAY, QUERY_COUNT, P50_SECONDS, P95_SECONDS, P99_SECONDS, QUEUED_SECONDS, SPILLED_LOCAL_BYTES, SPILLED_REMOTE_BYTES FROM MONITORING.QUERY_TIMES");
    }

    [Fact]
    public void WAREHOUSE_LOAD_tells_how_many_queries_ran_and_waited()
    {
        Account("WAREHOUSE_LOAD_HISTORY (WAREHOUSE_NAME, START_TIME, AVG_RUNNING, AVG_QUEUED_LOAD)", """
            ('BI_WH', TIMESTAMPTZ '2024-01-14 03:00:00+00', 1.5::DECIMAL(38,9), 0::DECIMAL(38,9)), ('BI_WH', TIMESTAMPTZ '2024-01-14 03:05:00+00', 2.5::DECIMAL(38,9), 3::DECIMAL(38,9)),
            ('BI_WH', TIMESTAMPTZ '2023-12-01 03:05:00+00', 9::DECIMAL(38,9), 9::DECIMAL(38,9))
            """);
        Shows("BI_WH | 2024-01-14 | 2 | 1.5 | 3", "SELECT WAREHOUSE_NAME, DAY, AVERAGE_RUNNING, AVERAGE_QUEUED, MOST_QUEUED FROM MONITORING.WAREHOUSE_LOAD");
    }

    [Fact]
    public void CACHE_HITS_tells_results_that_were_kept_from_what_the_warehouse_kept()
    {
        Account("QUERY_HISTORY (WAREHOUSE_NAME, QUERY_TYPE, START_TIME, BYTES_SCANNED, BYTES_READ_FROM_RESULT, PERCENTAGE_SCANNED_FROM_CACHE, PARTITIONS_SCANNED, PARTITIONS_TOTAL)", """
            ('BI_WH', 'SELECT', TIMESTAMPTZ '2024-01-14 03:00:00+00', 0, 10, 0::DOUBLE, 0, 0), ('BI_WH', 'SELECT', TIMESTAMPTZ '2024-01-14 04:00:00+00', 100, 0, 1::DOUBLE, 2, 10),
            ('BI_WH', 'SELECT', TIMESTAMPTZ '2024-01-14 05:00:00+00', 100, 0, 0.5::DOUBLE, 3, 20), ('BI_WH', 'INSERT', TIMESTAMPTZ '2024-01-14 05:00:00+00', 100, 0, 1::DOUBLE, 9, 9)
            """);
        Shows("BI_WH | 2024-01-14 | 3 | 1 | 0.5 | 5 | 30", "SELECT WAREHOUSE_NAME, DAY, QUERY_COUNT, FROM_RESULT_COUNT, WAREHOUSE_CACHE_SHARE, PARTITIONS_SCANNED, PARTITIONS_TOTAL FROM MONITORING.CACHE_HITS");
    }

    [Fact]
    public void CLUSTERING_DEPTH_is_of_the_last_look_at_each_table()
    {
        Keep("CLUSTERING_STATES (OBSERVED_AT, TABLE_SCHEMA, TABLE_NAME, AVERAGE_DEPTH, AVERAGE_OVERLAPS, TOTAL_PARTITION_COUNT)", """
            (TIMESTAMP '2024-01-14 06:00:00', 'CURATED', 'FACT_SALES', 9.5, 8, 100), (TIMESTAMP '2024-01-15 06:00:00', 'CURATED', 'FACT_SALES', 1.25, 0.5, 120),
            (TIMESTAMP '2024-01-14 06:00:00', 'CURATED', 'FACT_CLICKSTREAM', 2, 1, 7)
            """);
        Shows("CURATED.FACT_CLICKSTREAM | 2 | 1 | 7 | 2024-01-14 06:00:00\nCURATED.FACT_SALES | 1.25 | 0.5 | 120 | 2024-01-15 06:00:00",
            "SELECT TABLE_NAME, AVERAGE_DEPTH, AVERAGE_OVERLAPS, TOTAL_PARTITION_COUNT, OBSERVED_AT FROM MONITORING.CLUSTERING_DEPTH ORDER BY 1");
    }

    [Fact]
    public void WAREHOUSE_CREDITS_are_added_up_by_warehouse_and_day()
    {
        Account("WAREHOUSE_METERING_HISTORY (WAREHOUSE_NAME, START_TIME, CREDITS_USED, CREDITS_USED_COMPUTE)", """
            ('BI_WH', TIMESTAMPTZ '2024-01-14 03:00:00+00', 1.5::DECIMAL(38,9), 1.25::DECIMAL(38,9)), ('BI_WH', TIMESTAMPTZ '2024-01-14 23:00:00+00', 2::DECIMAL(38,9), 2::DECIMAL(38,9)),
            ('BI_WH', TIMESTAMPTZ '2024-01-15 00:00:00+00', 4::DECIMAL(38,9), 4::DECIMAL(38,9)), ('TRANSFORM_WH', TIMESTAMPTZ '2024-01-14 03:00:00+00', 8::DECIMAL(38,9), 8::DECIMAL(38,9))
            """);
        Shows("BI_WH | 2024-01-14 | 3.5 | 3.25\nBI_WH | 2024-01-15 | 4 | 4\nTRANSFORM_WH | 2024-01-14 | 8 | 8",
            "SELECT WAREHOUSE_NAME, DAY, CREDITS_USED, CREDITS_COMPUTE FROM MONITORING.WAREHOUSE_CREDITS ORDER BY ALL");
    }

    [Fact]
    public void DAILY_BILL_is_by_day_and_service()
    {
        Account("METERING_DAILY_HISTORY (USAGE_DATE, SERVICE_TYPE, CREDITS_USED, CREDITS_BILLED)", """
            (DATE '2024-01-14', 'PIPE', 0.25::DECIMAL(38,9), 0.25::DECIMAL(38,9)), (DATE '2024-01-14', 'WAREHOUSE_METERING', 3.5::DECIMAL(38,9), 3.25::DECIMAL(38,9))
            """);
        Shows("2024-01-14 | PIPE | 0.25 | 0.25\n2024-01-14 | WAREHOUSE_METERING | 3.5 | 3.25",
            "SELECT DAY, SERVICE_TYPE, CREDITS_USED, CREDITS_BILLED FROM MONITORING.DAILY_BILL ORDER BY ALL");
    }

    [Fact]
    public void STORAGE_GROWTH_is_against_the_day_before()
    {
        Account("DATABASE_STORAGE_USAGE_HISTORY (DATABASE_NAME, USAGE_DATE, AVERAGE_DATABASE_BYTES, AVERAGE_FAILSAFE_BYTES)", """
            ('RETAIL', DATE '2024-01-14', 150::DOUBLE, 5::DOUBLE), ('RETAIL', DATE '2024-01-13', 100::DOUBLE, 4::DOUBLE), ('RETAIL', DATE '2024-01-15', 130::DOUBLE, 6::DOUBLE),
            ('OTHER', DATE '2024-01-15', 7::DOUBLE, 0::DOUBLE)
            """);
        Shows("OTHER | 2024-01-15 | 7 | 0 | \nRETAIL | 2024-01-13 | 100 | 4 | \nRETAIL | 2024-01-14 | 150 | 5 | 50\nRETAIL | 2024-01-15 | 130 | 6 | -20",
            "SELECT DATABASE_NAME, DAY, DATABASE_BYTES, FAILSAFE_BYTES, GROWTH_BYTES FROM MONITORING.STORAGE_GROWTH ORDER BY ALL");
    }

    [Fact]
    public void TABLE_STORAGE_leaves_out_tables_that_are_dropped()
    {
        Account("TABLE_STORAGE_METRICS (TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, ACTIVE_BYTES, TIME_TRAVEL_BYTES, FAILSAFE_BYTES, DELETED)", """
            ('RETAIL', 'CURATED', 'FACT_SALES', 1000, 300, 70, FALSE), ('RETAIL', 'CURATED', 'FACT_RETURNS', 5, 5, 5, TRUE)
            """);
        Shows("RETAIL.CURATED.FACT_SALES | 1000 | 300 | 70", "SELECT TABLE_NAME, ACTIVE_BYTES, TIME_TRAVEL_BYTES, FAILSAFE_BYTES FROM MONITORING.TABLE_STORAGE");
    }

    [Fact]
    public void PIPE_CREDITS_are_added_up_by_pipe_and_day()
    {
        Account("PIPE_USAGE_HISTORY (PIPE_NAME, START_TIME, CREDITS_USED, FILES_INSERTED, BYTES_INSERTED)", """
            ('CLICKSTREAM_PIPE', TIMESTAMPTZ '2024-01-14 03:00:00+00', 0.5::DECIMAL(38,9), 3, 300), ('CLICKSTREAM_PIPE', TIMESTAMPTZ '2024-01-14 04:00:00+00', 0.25::DECIMAL(38,9), 1, 100),
            (NULL, TIMESTAMPTZ '2024-01-14 04:00:00+00', 9::DECIMAL(38,9), 9, 9)
            """);
        Shows("CLICKSTREAM_PIPE | 2024-01-14 | 0.75 | 4 | 400", "SELECT PIPE_NAME, DAY, CREDITS_USED, FILE_COUNT, BYTES FROM MONITORING.PIPE_CREDITS");
    }

    [Fact]
    public void RESOURCE_MONITOR_USAGE_is_what_each_monitor_had_used_at_the_last_look()
    {
        Keep("RESOURCE_MONITOR_STATES (OBSERVED_AT, MONITOR_NAME, CREDIT_QUOTA, USED_CREDITS, REMAINING_CREDITS, NOTIFY_AT, SUSPEND_AT)", """
            (TIMESTAMP '2024-01-14 06:00:00', 'RETAIL_QUOTA', 200, 20, 180, '75%,90%', '100%'), (TIMESTAMP '2024-01-15 06:00:00', 'RETAIL_QUOTA', 200, 55.5, 144.5, '75%,90%', '100%')
            """);
        Shows("RETAIL_QUOTA | 200 | 55.5 | 144.5 | 75%,90% | 100% | 2024-01-15 06:00:00",
            "SELECT MONITOR_NAME, CREDIT_QUOTA, USED_CREDITS, REMAINING_CREDITS, NOTIFY_AT, SUSPEND_AT, OBSERVED_AT FROM MONITORING.RESOURCE_MONITOR_USAGE");
    }

    private void Shows(string expected, string query) => Assert.Equal(expected, string.Join('\n', run.Pipeline.Query(query).ToString().Split('\n').Select(l => l.EndsWith(" |", StringComparison.Ordinal) ? l + " " : l)));

    private void Keep(string table, string rows) => run.Pipeline.Query($"INSERT INTO MONITORING.{table} VALUES {rows}");

    private void Account(string view, string rows)
    {
        var columns = view[view.IndexOf('(')..];
        AccountAs(view.Split(' ')[0], $"SELECT * FROM (VALUES {rows}) AS known{columns}");
    }

    private void AccountAs(string view, string query) => run.Pipeline.Query($"CREATE OR REPLACE VIEW ACCOUNT_USAGE.{view} AS {query}");

    public sealed class Run : IDisposable
    {
        public Run()
        {
            Pipeline = LocalPipeline.Open(Retail.Catalog, new());
            var (folder, at) = Retail.Deliveries[0];
            Pipeline.Deliver(folder, at);
            Assert.True(Pipeline.Run(at).Succeeded);
        }

        public LocalPipeline Pipeline { get; }

        public void Dispose() => Pipeline.Dispose();
    }
}
