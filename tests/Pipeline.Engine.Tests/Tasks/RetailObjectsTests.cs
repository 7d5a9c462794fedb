using Pipeline.Catalog;
using Pipeline.Engine.Tests.Faults;
using Pipeline.Testing;

namespace Pipeline.Engine.Tests.Tasks;

/// <summary>Layers, streams and tasks of the sample, each by its name: what it is in the SQL, and what it does in a run.</summary>
public sealed class RetailObjectsTests
{
    private static readonly Lazy<LocalPipeline> Ran = new(() =>
    {
        var pipeline = LocalPipeline.Open(Retail.Catalog, new LocalOptions());
        var (folder, at) = Retail.Deliveries[0];
        pipeline.Deliver(folder, at);
        pipeline.Run(at);
        return pipeline;
    });

    [Theory]
    [InlineData("LANDING", "", 7, "INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA LANDING TO ROLE LOADER;")]
    [InlineData("STAGING", "TRANSIENT ", 1, "INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA STAGING TO ROLE TRANSFORMER;")]
    [InlineData("CURATED", "", 90, "INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA CURATED TO ROLE TRANSFORMER;")]
    [InlineData("ANALYTICS", "", 1, "SELECT ON ALL VIEWS IN SCHEMA ANALYTICS TO ROLE ANALYST;")]
    public void Layer_keeps_its_past_and_is_granted_to_its_role(string name, string transient, int days, string grant)
    {
        Assert.Contains($"CREATE {transient}SCHEMA IF NOT EXISTS {name}\n    DATA_RETENTION_TIME_IN_DAYS = {days}\n", Sql($"{name}/schema.sql"));
        Assert.Contains("GRANT " + grant, Sql($"{name}/grants.sql"));
    }

    [Theory]
    [InlineData("STG_SALES_STREAM", "STG_SALES", "SP_LOAD_FACT_SALES")]
    [InlineData("STG_PRODUCTS_STREAM", "STG_PRODUCTS", "SP_LOAD_DIM_PRODUCT")]
    [InlineData("STG_CUSTOMERS_STREAM", "STG_CUSTOMERS", "SP_LOAD_DIM_CUSTOMER")]
    [InlineData("STG_INVENTORY_STREAM", "STG_INVENTORY", "SP_LOAD_FACT_INVENTORY")]
    public void Stream_follows_its_table_and_is_read_to_its_end_by_its_load(string name, string table, string load)
    {
        Assert.Contains($"CREATE STREAM IF NOT EXISTS STAGING.{name}\n    ON TABLE STAGING.{table}", Sql($"STAGING/streams/{name}.sql"));
        Assert.Contains($"STAGING.{name}", Sql($"CURATED/procedures/{load}.sql"));
        Assert.NotEqual("0", Ran.Value.Query($"SELECT COUNT(*) FROM STAGING.{table}").ToString());
        Assert.Equal("", Ran.Value.Rows(new("STAGING", name)).ToString());
    }

    [Theory]
    [InlineData("LOAD_CUSTOMERS", "STAGING.STG_CUSTOMERS")]
    [InlineData("LOAD_PRODUCTS", "STAGING.STG_PRODUCTS")]
    [InlineData("LOAD_SALES", "STAGING.STG_SALES")]
    [InlineData("LOAD_DIM_CUSTOMER", "CURATED.DIM_CUSTOMER")]
    [InlineData("LOAD_DIM_PRODUCT", "CURATED.DIM_PRODUCT")]
    [InlineData("LOAD_DIM_STORE", "CURATED.DIM_STORE")]
    [InlineData("LOAD_FACT_SALES", "CURATED.FACT_SALES")]
    [InlineData("REFRESH_MVS", "ANALYTICS.AGG_MONTHLY_REVENUE")]
    public void Task_waits_for_its_predecessors_and_fills_its_table(string name, string table)
    {
        var task = Retail.Catalog.Find<TaskObject>(new("ETL", name))!;
        var sql = Sql($"ETL/tasks/{name}.sql");
        Assert.Contains($"CREATE OR ALTER TASK ETL.{name}\n", sql);
        Assert.NotEmpty(task.After);
        Assert.All(task.After, before => Assert.Contains(before.ToString(), sql[sql.IndexOf("AFTER", StringComparison.Ordinal)..]));
        Assert.Contains(new QualifiedName(table.Split('.')[0], table.Split('.')[1]), task.Runs);
        Assert.NotEqual("0", Ran.Value.Query($"SELECT COUNT(*) FROM {table}").ToString());
    }

    [Theory]
    [InlineData("RAW_SALES", "SALES_STAGE", "SP_COPY_RAW_SALES", "sales/2024/01/sales_20240114.csv", 904)]
    [InlineData("RAW_PRODUCTS", "PRODUCTS_STAGE", "SP_COPY_RAW_PRODUCTS", "products/2024/01/products_20240114.json", 55)]
    [InlineData("RAW_CUSTOMERS", "CUSTOMERS_STAGE", "SP_COPY_RAW_CUSTOMERS", "customers/2024/01/customers_20240114.parquet", 344)]
    [InlineData("RAW_STORES", "STORES_STAGE", "SP_COPY_RAW_STORES", "stores/stores_20240114.csv", 11)]
    [InlineData("RAW_INVENTORY", "INVENTORY_STAGE", "SP_COPY_RAW_INVENTORY", "cdc/inventory/inventory+0+0000000000.json", null)]
    [InlineData("RAW_CLICKSTREAM", "CLICKSTREAM_STAGE", "CLICKSTREAM_PIPE", "clickstream/2024/01/13/12/retail-clicks-1-2024-01-13-12-00-07.json.gz", 65)]
    public void Landing_table_has_the_rows_of_its_files_and_where_they_come_from(string name, string stage, string copy, string file, int? rows)
    {
        var sql = Sql(copy.EndsWith("_PIPE", StringComparison.Ordinal) ? $"LANDING/pipes/{copy}.sql" : $"LANDING/procedures/{copy}.sql");
        Assert.Contains($"COPY INTO LANDING.{name}", sql);
        Assert.Contains($"FROM @LANDING.{stage}", sql);
        Assert.Contains($"'s3://retail-data-dev/{file.Split('/')[0]}/", Sql($"LANDING/stages/{stage}.sql"));
        Assert.Contains("STORAGE_INTEGRATION = RETAIL_S3", Sql($"LANDING/stages/{stage}.sql"));
        var landed = Ran.Value.Query($"SELECT COUNT(*), COUNT(DISTINCT FILE_ROW), BOOL_AND(LENGTH(FILE_CONTENT_KEY) > 0) FROM LANDING.{name} WHERE FILE_NAME = '{file}' AND LOADED_AT = TIMESTAMP '2024-01-15 06:00:00'").Rows[0];
        Assert.NotEqual(0L, landed[0]);
        if (rows is { } expected) Assert.Equal((long)expected, landed[0]);
        Assert.Equal((landed[0], true), (landed[1], landed[2]));
    }

    [Theory]
    [InlineData("SALES_CSV", "TYPE = CSV", "NULL_IF = ('', 'NULL')")]
    [InlineData("RETAIL_JSON", "TYPE = JSON", "STRIP_OUTER_ARRAY = TRUE")]
    [InlineData("RETAIL_PARQUET", "TYPE = PARQUET", "BINARY_AS_TEXT = FALSE")]
    public void File_format_says_how_its_files_are_read(string name, string type, string option)
    {
        var sql = Sql($"LANDING/file_formats/{name}.sql");
        Assert.Contains($"CREATE OR ALTER FILE FORMAT LANDING.{name}\n", sql);
        Assert.Contains(type, sql);
        Assert.Contains(option, sql);
        Assert.Contains(Retail.Catalog.All<StageObject>(), s => s.Format == new QualifiedName("LANDING", name));
    }

    [Fact]
    public void CLICKSTREAM_PIPE_is_told_by_the_topic_and_tells_of_what_it_cannot_read()
    {
        var sql = Sql("LANDING/pipes/CLICKSTREAM_PIPE.sql");
        Assert.Contains("AUTO_INGEST = TRUE", sql);
        Assert.Contains("AWS_SNS_TOPIC = 'arn:aws:sns:eu-central-1:111111111111:retail-dev-clickstream'", sql);
        Assert.Contains("ERROR_INTEGRATION = PIPE_ERRORS", sql);
        var aws = Sql("aws/template.json");
        Assert.All(["AWS::Kinesis::Stream", "AWS::KinesisFirehose::DeliveryStream", "AWS::S3::Bucket", "AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "AWS::IAM::Role"], type => Assert.Contains($"\"{type}\"", aws));
    }

    [Fact]
    public void TRANSFORM_WH_runs_every_task_and_alert_and_is_limited_by_the_quota()
    {
        var sql = Sql("account/warehouses/TRANSFORM_WH.sql");
        Assert.Contains("CREATE WAREHOUSE IF NOT EXISTS TRANSFORM_WH\n    WAREHOUSE_SIZE = 'SMALL'\n    AUTO_SUSPEND = 60\n    AUTO_RESUME = TRUE\n    INITIALLY_SUSPENDED = TRUE\n", sql);
        Assert.Contains("ALTER WAREHOUSE TRANSFORM_WH SET RESOURCE_MONITOR = RETAIL_QUOTA;", sql);
        Assert.All(Retail.Tasks, t => Assert.Contains("WAREHOUSE = TRANSFORM_WH\n", Sql($"ETL/tasks/{t.Name.Name}.sql")));
        Assert.All(Retail.Catalog.All<AlertObject>(), a => Assert.Contains("WAREHOUSE = TRANSFORM_WH\n", Sql($"MONITORING/alerts/{a.Name.Name}.sql")));
        Assert.All(["TRANSFORMER", "LOADER"], role => Assert.Contains($"GRANT USAGE ON WAREHOUSE TRANSFORM_WH TO ROLE {role};", Sql("account/grants.sql")));
    }

    [Fact]
    public void RETAIL_QUOTA_limits_both_warehouses_and_tells_before_it_suspends_them()
    {
        Assert.Contains(
            "CREDIT_QUOTA = 200\n    TRIGGERS\n        ON 75 PERCENT DO NOTIFY\n        ON 90 PERCENT DO NOTIFY\n        ON 100 PERCENT DO SUSPEND\n        ON 110 PERCENT DO SUSPEND_IMMEDIATE;",
            Sql("account/resource_monitors/RETAIL_QUOTA.sql"));
        Assert.All(Retail.Catalog.All<WarehouseObject>(), w => Assert.Contains($"ALTER WAREHOUSE {w.Name.Name} SET RESOURCE_MONITOR = RETAIL_QUOTA;", Sql($"account/warehouses/{w.Name.Name}.sql")));
    }

    [Fact]
    public void ROOT_TASK_starts_every_hour_before_all_others()
    {
        var sql = Sql("ETL/tasks/ROOT_TASK.sql");
        Assert.Contains("SCHEDULE = 'USING CRON 0 * * * * UTC'\n    ALLOW_OVERLAPPING_EXECUTION = FALSE\n", sql);
        Assert.Contains("TASK_AUTO_RETRY_ATTEMPTS = 1\n", sql);
        Assert.DoesNotContain("    AFTER ", sql);

        using var pipeline = LocalPipeline.Open(Retail.Catalog, new());
        var at = Retail.Deliveries[0].At;
        var report = pipeline.Play(at.AddMinutes(-90), at.AddMinutes(30));
        Assert.Equal([at.AddHours(-1), at], pipeline.TaskHistory.Where(h => h.Task.Name == "ROOT_TASK").Select(h => h.ScheduledAt).Order());
        Assert.All(Retail.Tasks.Where(t => t.Name.Name != "ROOT_TASK" && !t.IsFinalizer), t => Assert.NotEmpty(t.After));
        Assert.All(report.Graphs, g => Assert.Equal("ROOT_TASK", g.Tasks[0].Task.Name));
    }

    [Fact]
    public void RECORD_RUN_writes_down_what_became_of_each_task()
    {
        Assert.Contains("FINALIZE = ETL.ROOT_TASK\n", Sql("ETL/tasks/RECORD_RUN.sql"));
        Assert.Contains("CALL MONITORING.SP_RECORD_RUN(", Sql("ETL/tasks/RECORD_RUN.sql"));
        Assert.Equal(
            string.Join('\n', Retail.Tasks.Where(t => !t.IsFinalizer).Select(t => $"{t.Name} | SUCCEEDED").Order(StringComparer.Ordinal)),
            Ran.Value.Query("SELECT TASK_NAME, STATE FROM MONITORING.TASK_RUNS ORDER BY 1").ToString());
    }

    [Fact]
    public void QUALITY_CHECKS_comes_last_and_records_what_it_found_of_the_marts()
    {
        var task = Retail.Catalog.Find<TaskObject>(new("ETL", "QUALITY_CHECKS"))!;
        Assert.Equal(["ETL.REFRESH_MVS"], task.After.Select(a => a.ToString()));
        Assert.DoesNotContain(Retail.Tasks, t => t.After.Contains(task.Name));
        Assert.Contains("CALL ANALYTICS.SP_CHECK_ANALYTICS_GATE(:run_id, :scheduled_at);", Sql("ETL/tasks/QUALITY_CHECKS.sql"));
        Assert.Equal("AggReconciliation | ANALYTICS | PASS | 0", Ran.Value.Query("SELECT CHECK_NAME, LAYER, STATUS, ERROR_COUNT FROM MONITORING.QUALITY_METRICS WHERE TARGET = 'ANALYTICS.ANALYTICS_GATE'").ToString());
    }

    private static string Sql(string path) => File.ReadAllText(RepositoryRoot.File(["samples", "RetailModel", "sql", .. path.Split('/')])).ReplaceLineEndings("\n");
}
