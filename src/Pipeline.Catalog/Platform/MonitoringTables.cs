namespace Pipeline.Catalog;

/// <summary>The tables in which the platform keeps what Snowflake only shows, and what alerts have told.</summary>
public static class MonitoringTables
{
    /// <summary>The name of the procedure that records a run.</summary>
    public static QualifiedName Recorder(CompiledCatalog catalog) => Of(catalog, "SP_RECORD_RUN");

    public static QualifiedName TaskRuns(CompiledCatalog catalog) => Of(catalog, "TASK_RUNS");

    public static QualifiedName StreamStates(CompiledCatalog catalog) => Of(catalog, "STREAM_STATES");

    public static QualifiedName PipeStates(CompiledCatalog catalog) => Of(catalog, "PIPE_STATES");

    public static QualifiedName ClusteringStates(CompiledCatalog catalog) => Of(catalog, "CLUSTERING_STATES");

    public static QualifiedName ResourceMonitorStates(CompiledCatalog catalog) => Of(catalog, "RESOURCE_MONITOR_STATES");

    public static QualifiedName AlertLog(CompiledCatalog catalog) => Of(catalog, "ALERT_LOG");

    /// <summary>Whether a task records the runs.</summary>
    public static bool AreRecorded(CompiledCatalog catalog) =>
        catalog.All<RunLedgerObject>().FirstOrDefault() is { } ledger && catalog.All<TaskObject>().Any(t => t.Runs.Contains(ledger.Name));

    /// <summary>Those that the model needs.</summary>
    internal static IEnumerable<CatalogObject> For(CompiledCatalog catalog)
    {
        if (AreRecorded(catalog))
        {
            foreach (var table in Recorded(catalog)) yield return table;
        }

        if (catalog.All<AlertObject>().Any()) yield return AlertLogTable(catalog);
        if (FreshnessView.Of(catalog) is { } view) yield return view;
    }

    private static IEnumerable<TableObject> Recorded(CompiledCatalog catalog)
    {
        yield return Table(TaskRuns(catalog), "One row per task, run and attempt: what became of it.",
        [
            Text("RUN_ID", "The task graph's run."), Text("ROOT_TASK", "The root of its graph."), Text("TASK_NAME", "The task."),
            Text("STATE", "SUCCEEDED, FAILED, FAILED_AND_AUTO_SUSPENDED, CANCELLED or SKIPPED."),
            Required("SCHEDULED_TIME", SqlType.Timestamp), Optional("STARTED_AT", SqlType.Timestamp), Optional("COMPLETED_AT", SqlType.Timestamp),
            Required("ATTEMPT_NUMBER", SqlType.Int32), Optional("ERROR_MESSAGE", SqlType.Text), Required("OBSERVED_AT", SqlType.Timestamp),
        ]);
        yield return Table(StreamStates(catalog), "One row per stream and run: until when it can be read.",
        [
            Required("OBSERVED_AT", SqlType.Timestamp), Text("STREAM_SCHEMA", "Where the stream lies."), Text("STREAM_NAME", "The stream."),
            Text("SOURCE_NAME", "What it follows."), Required("IS_STALE", SqlType.Boolean), Optional("STALE_AFTER", SqlType.Timestamp),
        ]);
        yield return Table(PipeStates(catalog), "One row per pipe and run: what SYSTEM$PIPE_STATUS says.",
        [
            Required("OBSERVED_AT", SqlType.Timestamp), Text("PIPE_SCHEMA", "Where the pipe lies."), Text("PIPE_NAME", "The pipe."),
            Optional("EXECUTION_STATE", SqlType.Text), Optional("PENDING_FILE_COUNT", SqlType.Int64), Optional("LAST_INGESTED_AT", SqlType.Timestamp),
            Optional("LAST_RECEIVED_AT", SqlType.Timestamp), Optional("OLDEST_FILE_AT", SqlType.Timestamp), Optional("ERROR", SqlType.Text),
        ]);
        yield return Table(ClusteringStates(catalog), "One row per clustered table and run: what SYSTEM$CLUSTERING_INFORMATION says.",
        [
            Required("OBSERVED_AT", SqlType.Timestamp), Text("TABLE_SCHEMA", "Where the table lies."), Text("TABLE_NAME", "The table."),
            Optional("AVERAGE_DEPTH", SqlType.Float), Optional("AVERAGE_OVERLAPS", SqlType.Float), Optional("TOTAL_PARTITION_COUNT", SqlType.Int64),
        ]);
        yield return Table(ResourceMonitorStates(catalog), "One row per resource monitor that the owner sees, and run.",
        [
            Required("OBSERVED_AT", SqlType.Timestamp), Text("MONITOR_NAME", "The resource monitor."), Optional("CREDIT_QUOTA", SqlType.Number(38, 2)),
            Optional("USED_CREDITS", SqlType.Number(38, 2)), Optional("REMAINING_CREDITS", SqlType.Number(38, 2)), Optional("NOTIFY_AT", SqlType.Text),
            Optional("SUSPEND_AT", SqlType.Text), Optional("SUSPEND_IMMEDIATELY_AT", SqlType.Text),
        ]);
    }

    private static TableObject AlertLogTable(CompiledCatalog catalog) => Table(AlertLog(catalog), "One row per subject of which an alert has told.",
    [
        Text("NOTICE_ID", "What was sent together."), Text("ALERT_NAME", "The alert."), Text("SEVERITY", "INFO, WARNING, ERROR or CRITICAL."),
        Text("SUBJECT", "What it is about: told once within the alert's repeat time."), Text("MESSAGE", "What was said."), Required("SENT_AT", SqlType.Timestamp),
    ]);

    private static QualifiedName Of(CompiledCatalog catalog, string name) => new(PlatformTables.LedgerSchema(catalog), name);

    private static TableObject Table(QualifiedName name, string comment, EquatableArray<Column> columns) => new(name, "", columns) { Comment = comment };

    private static Column Text(string name, string comment) => new(name, name, SqlType.Text, Nullable: false) { Comment = comment };

    private static Column Required(string name, SqlType type) => new(name, name, type, Nullable: false);

    private static Column Optional(string name, SqlType type) => new(name, name, type, Nullable: true);
}
