namespace Pipeline.Catalog;

/// <summary>The views of SNOWFLAKE.ACCOUNT_USAGE that a model can read, with the columns that Snowflake documents.</summary>
/// <remarks>Each has a class of its own in Pipeline.Model; that both say the same is tested.</remarks>
public static class AccountViews
{
    /// <summary>The schema as the model names it; it lies in the database SNOWFLAKE.</summary>
    public const string Schema = "ACCOUNT_USAGE";

    // NAME:type, with ? where it may be null: text, integer, float, number, date, boolean, time with its zone.
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["TASK_HISTORY"] = """
            NAME:t DATABASE_NAME:t? SCHEMA_NAME:t? QUERY_ID:t? QUERY_TEXT:t? CONDITION_TEXT:t? STATE:t ERROR_CODE:t? ERROR_MESSAGE:t? SCHEDULED_TIME:z QUERY_START_TIME:z? COMPLETED_TIME:z? ROOT_TASK_ID:t? GRAPH_VERSION:i? RUN_ID:i? RETURN_VALUE:t? SCHEDULED_FROM:t? ATTEMPT_NUMBER:i? GRAPH_RUN_GROUP_ID:i? CONFIG:t?
            """,
        ["QUERY_HISTORY"] = """
            QUERY_ID:t QUERY_TEXT:t? DATABASE_NAME:t? SCHEMA_NAME:t? QUERY_TYPE:t? USER_NAME:t? ROLE_NAME:t? WAREHOUSE_NAME:t? WAREHOUSE_SIZE:t? QUERY_TAG:t? EXECUTION_STATUS:t? ERROR_CODE:t? ERROR_MESSAGE:t? START_TIME:z END_TIME:z? TOTAL_ELAPSED_TIME:i COMPILATION_TIME:i? EXECUTION_TIME:i? QUEUED_PROVISIONING_TIME:i QUEUED_OVERLOAD_TIME:i TRANSACTION_BLOCKED_TIME:i? BYTES_SCANNED:i PERCENTAGE_SCANNED_FROM_CACHE:f BYTES_READ_FROM_RESULT:i BYTES_SPILLED_TO_LOCAL_STORAGE:i BYTES_SPILLED_TO_REMOTE_STORAGE:i PARTITIONS_SCANNED:i PARTITIONS_TOTAL:i ROWS_PRODUCED:i? CREDITS_USED_CLOUD_SERVICES:f?
            """,
        ["WAREHOUSE_METERING_HISTORY"] = """
            START_TIME:z END_TIME:z WAREHOUSE_ID:i? WAREHOUSE_NAME:t CREDITS_USED:n CREDITS_USED_COMPUTE:n CREDITS_USED_CLOUD_SERVICES:n CREDITS_ATTRIBUTED_COMPUTE_QUERIES:n?
            """,
        ["WAREHOUSE_LOAD_HISTORY"] = """
            START_TIME:z END_TIME:z WAREHOUSE_ID:i? WAREHOUSE_NAME:t AVG_RUNNING:n AVG_QUEUED_LOAD:n AVG_QUEUED_PROVISIONING:n AVG_BLOCKED:n
            """,
        ["METERING_DAILY_HISTORY"] = """
            SERVICE_TYPE:t USAGE_DATE:d CREDITS_USED_COMPUTE:n CREDITS_USED_CLOUD_SERVICES:n CREDITS_USED:n CREDITS_ADJUSTMENT_CLOUD_SERVICES:n CREDITS_BILLED:n
            """,
        ["PIPE_USAGE_HISTORY"] = """
            PIPE_ID:i? PIPE_NAME:t? START_TIME:z END_TIME:z CREDITS_USED:n BYTES_INSERTED:i FILES_INSERTED:i
            """,
        ["COPY_HISTORY"] = """
            FILE_NAME:t STAGE_LOCATION:t? LAST_LOAD_TIME:z ROW_COUNT:i ROW_PARSED:i FILE_SIZE:i? FIRST_ERROR_MESSAGE:t? FIRST_ERROR_LINE_NUMBER:i? ERROR_COUNT:i ERROR_LIMIT:i? STATUS:t TABLE_CATALOG_NAME:t? TABLE_SCHEMA_NAME:t TABLE_NAME:t PIPE_CATALOG_NAME:t? PIPE_SCHEMA_NAME:t? PIPE_NAME:t? PIPE_RECEIVED_TIME:z?
            """,
        ["TABLE_STORAGE_METRICS"] = """
            TABLE_CATALOG:t TABLE_SCHEMA:t TABLE_NAME:t ACTIVE_BYTES:i TIME_TRAVEL_BYTES:i FAILSAFE_BYTES:i RETAINED_FOR_CLONE_BYTES:i DELETED:b
            """,
        ["DATABASE_STORAGE_USAGE_HISTORY"] = """
            USAGE_DATE:d DATABASE_ID:i? DATABASE_NAME:t AVERAGE_DATABASE_BYTES:f AVERAGE_FAILSAFE_BYTES:f
            """,
    };

    public static IEnumerable<string> Names => Columns.Keys;

    public static bool Has(QualifiedName name) => name.Schema == Schema && Columns.ContainsKey(name.Name);

    public static AccountViewObject Of(string name) => new(new(Schema, name), Columns[name]
        .Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(ColumnOf).ToEquatableArray());

    /// <summary>Those that the queries of a model read.</summary>
    internal static IEnumerable<AccountViewObject> ReadBy(CompiledCatalog catalog) => catalog.Objects.SelectMany(QueriesOf)
        .SelectMany(SourceCollector.NamesIn).Where(Has).Select(n => n.Name).Distinct().OrderBy(n => n, StringComparer.Ordinal).Select(Of);

    private static IEnumerable<Query> QueriesOf(CatalogObject item) => item switch
    {
        ViewObject view => [view.Query],
        DynamicTableObject table => [table.Query],
        AlertObject alert => [alert.Query],
        GateObject gate => gate.Checks.Select(c => c.Query),
        TableObject table => table.Loads.Select(l => (Query)l.Query),
        _ => [],
    };

    private static Column ColumnOf(string text)
    {
        var parts = text.Split(':');
        return new(parts[0], parts[0], TypeOf(parts[1][0]), parts[1].Length > 1);
    }

    private static SqlType TypeOf(char letter) => letter switch
    {
        't' => SqlType.Text,
        'i' => SqlType.Int64,
        'f' => SqlType.Float,
        'n' => SqlType.Number(38, 9),
        'd' => SqlType.Date,
        'b' => SqlType.Boolean,
        _ => SqlType.TimestampTz,
    };
}
