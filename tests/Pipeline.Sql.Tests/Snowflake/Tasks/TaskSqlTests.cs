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

    [Fact]
    public void Finalizer_names_its_root_and_waits_for_nothing_else() =>
        Catalogs.Of(
            new TaskObject(Root, "Retail.RootTask", Root, Warehouse) { EveryMinutes = 5 },
            new TaskObject(new("ETL", "CLOSE_HOUR"), "Retail.CloseHour", Root, Warehouse) { IsFinalizer = true })
            .Sql("ETL.CLOSE_HOUR").ShouldBe("""
            CREATE OR ALTER TASK ETL.CLOSE_HOUR
                WAREHOUSE = TRANSFORM_WH
                TIMEZONE = 'UTC'
                FINALIZE = ETL.ROOT_TASK
            AS
            SELECT 1;
            """);

    [Fact]
    public void Triggered_root_has_no_schedule_and_sets_its_interval_by_an_alter() =>
        Catalogs.Of(new TaskObject(Root, "Retail.RootTask", Root, Warehouse) { When = [new("LANDING", "A_STREAM")], TriggerSeconds = 60, Overlap = Overlap.Children, TimeoutMinutes = 60 })
            .Sql("ETL.ROOT_TASK").ShouldBe("""
            CREATE OR ALTER TASK ETL.ROOT_TASK
                WAREHOUSE = TRANSFORM_WH
                OVERLAP_POLICY = ALLOW_CHILD_OVERLAP
                TIMEZONE = 'UTC'
                USER_TASK_TIMEOUT_MS = 3600000
                SUSPEND_TASK_AFTER_NUM_FAILURES = 10
                WHEN SYSTEM$STREAM_HAS_DATA('LANDING.A_STREAM')
            AS
            SELECT 1;

            -- CREATE OR ALTER doesn't take it.
            ALTER TASK ETL.ROOT_TASK SET USER_TASK_MINIMUM_TRIGGER_INTERVAL_IN_SECONDS = 60;
            """);

    [Fact]
    public void Task_returns_the_rows_it_brought_where_another_asks_for_them()
    {
        var catalog = Catalogs.Of(
            new StageObject(new("LANDING", "SALES_STAGE"), "Retail.SalesStage", null),
            new TableObject(Catalogs.Landed, "Retail.RawSales", [Catalogs.Of("DOCUMENT", SqlType.Variant, nullable: true)]) { Copies = [new(new("LANDING", "SALES_STAGE"))] },
            new TaskObject(Root, "Retail.RootTask", Root, Warehouse) { EveryMinutes = 5 },
            new TaskObject(new("ETL", "COPY_SALES"), "Retail.CopySales", Root, Warehouse) { After = [Root], Runs = [Catalogs.Landed] },
            new TaskObject(new("ETL", "TELL"), "Retail.Tell", Root, Warehouse) { After = [new("ETL", "COPY_SALES")], WhenLoaded = [new("ETL", "COPY_SALES")] });

        Assert.EndsWith("""
                CALL LANDING.SP_COPY_RAW_SALES(:run_id, :scheduled_at) INTO :result;
                rows_loaded := rows_loaded + GET(PARSE_JSON(result), 'rows_loaded')::NUMBER(19,0);

                -- What waits for this task asks how many rows it brought.
                result := rows_loaded::VARCHAR;
                CALL SYSTEM$SET_RETURN_VALUE(:result);
            END;
            $$;
            """.ReplaceLineEndings("\n"), catalog.Sql("ETL.COPY_SALES").TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("    WHEN SYSTEM$GET_PREDECESSOR_RETURN_VALUE('COPY_SALES')::NUMBER > 0\n", catalog.Sql("ETL.TELL"), StringComparison.Ordinal);
    }

    [Fact]
    public void Deployment_resumes_children_and_finalizer_before_the_root_and_leaves_what_the_model_suspends()
    {
        var script = Deployed(new TaskObject(Root, "Retail.RootTask", Root, Warehouse) { EveryMinutes = 5 });
        string[] order =
        [
            "ALTER TASK IF EXISTS ETL.ROOT_TASK SUSPEND;", "CREATE OR ALTER TASK ETL.ROOT_TASK", "CREATE OR ALTER TASK ETL.CLOSE_HOUR",
            "ALTER TASK ETL.RUNS RESUME;", "ALTER TASK ETL.CLOSE_HOUR RESUME;", "ALTER TASK ETL.STANDS_STILL SUSPEND;", "ALTER TASK ETL.ROOT_TASK RESUME;",
        ];
        Assert.All(order, statement => Assert.Contains(statement, script, StringComparison.Ordinal));
        Assert.Equal(order.Select(s => script.IndexOf(s, StringComparison.Ordinal)).Order(), order.Select(s => script.IndexOf(s, StringComparison.Ordinal)));
        Assert.DoesNotContain("ETL.STANDS_STILL RESUME", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Root_that_the_model_suspends_is_never_resumed()
    {
        var script = Deployed(new TaskObject(Root, "Retail.RootTask", Root, Warehouse) { EveryMinutes = 5, Suspended = true });
        Assert.Contains("ALTER TASK IF EXISTS ETL.ROOT_TASK SUSPEND;", script, StringComparison.Ordinal);
        Assert.DoesNotContain("ETL.ROOT_TASK RESUME", script, StringComparison.Ordinal);
        Assert.DoesNotContain("ROOTS_TO_RESUME", script, StringComparison.Ordinal);
    }

    private static string Deployed(TaskObject root)
    {
        var catalog = Catalogs.Of(
            new SchemaObject(new(null, "ETL"), "Retail.Etl"), root,
            new TaskObject(new("ETL", "RUNS"), "Retail.Runs", Root, Warehouse) { After = [Root] },
            new TaskObject(new("ETL", "STANDS_STILL"), "Retail.StandsStill", Root, Warehouse) { After = [Root], Suspended = true },
            new TaskObject(new("ETL", "CLOSE_HOUR"), "Retail.CloseHour", Root, Warehouse) { IsFinalizer = true });
        return ArtifactFiles.Render(catalog, catalog).Single(a => a.Path == "deploy.sql").Text;
    }
}
