using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class TaskSqlTests
{
    private static readonly QualifiedName Root = new("ETL", "ROOT_TASK");
    private static readonly QualifiedName Warehouse = new(null, "TRANSFORM_WH");

    [Fact]
    public void Root_runs_by_its_schedule_when_a_stream_has_data() =>
        Catalogs.Of(new TaskObject(Root, "Retail.RootTask", Root, Warehouse)
        {
            Cron = "0 * * * * UTC", Retries = 1, TimeoutMinutes = 50, Comment = "Every hour.",
            When = [new("LANDING", "A_STREAM"), new("LANDING", "B_STREAM")],
        }).Sql("ETL.ROOT_TASK").ShouldBe("""
            CREATE OR ALTER TASK ETL.ROOT_TASK
                WAREHOUSE = TRANSFORM_WH
                SCHEDULE = 'USING CRON 0 * * * * UTC'
                ALLOW_OVERLAPPING_EXECUTION = FALSE
                TIMEZONE = 'UTC'
                USER_TASK_TIMEOUT_MS = 3000000
                SUSPEND_TASK_AFTER_NUM_FAILURES = 10
                COMMENT = 'Every hour.'
                TASK_AUTO_RETRY_ATTEMPTS = 1
                WHEN SYSTEM$STREAM_HAS_DATA('LANDING.A_STREAM') OR SYSTEM$STREAM_HAS_DATA('LANDING.B_STREAM')
            AS
            SELECT 1;
            """);

    [Fact]
    public void Task_gives_the_run_of_its_graph_to_what_it_runs_in_turn()
    {
        var stage = new QualifiedName("LANDING", "SALES_STAGE");
        var catalog = Catalogs.Of(
            new StageObject(stage, "Retail.SalesStage", null),
            new TableObject(Catalogs.Landed, "Retail.RawSales", [Catalogs.Of("DOCUMENT", SqlType.Variant, nullable: true)]) { Copies = [new(stage)] },
            new DynamicTableObject(new("ANALYTICS", "TOTALS"), "Retail.Totals", [Catalogs.Text("A")], new SelectQuery([new("A", Literal.Text("a"))]), Warehouse),
            new TaskObject(Root, "Retail.RootTask", Root, Warehouse) { EveryMinutes = 5 },
            new TaskObject(new("ETL", "COPY_SALES"), "Retail.CopySales", Root, Warehouse) { After = [Root], Runs = [Catalogs.Landed, new("ANALYTICS", "TOTALS")] });

        catalog.Sql("ETL.COPY_SALES").ShouldBe("""
            CREATE OR ALTER TASK ETL.COPY_SALES
                WAREHOUSE = TRANSFORM_WH
                TIMEZONE = 'UTC'
                AFTER ETL.ROOT_TASK
            AS
            EXECUTE IMMEDIATE
            $$
            DECLARE
                run_id       VARCHAR;
                scheduled_at TIMESTAMP_NTZ(6);
            BEGIN
                -- Both stay the same when the graph is retried.
                SELECT
                    SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_RUN_GROUP_ID'),
                    CONVERT_TIMEZONE('UTC', TO_TIMESTAMP_TZ(SYSTEM$TASK_RUNTIME_INFO('CURRENT_TASK_GRAPH_ORIGINAL_SCHEDULED_TIMESTAMP')))::TIMESTAMP_NTZ(6)
                INTO :run_id, :scheduled_at;

                CALL LANDING.SP_COPY_RAW_SALES(:run_id, :scheduled_at);
                ALTER DYNAMIC TABLE ANALYTICS.TOTALS REFRESH;
            END;
            $$;
            """);
        Assert.Contains("SCHEDULE = '5 MINUTES'", catalog.Sql("ETL.ROOT_TASK"), StringComparison.Ordinal);
    }
}
