using Pipeline.Catalog;

namespace Pipeline.Engine.Database;

/// <summary>The tables in which the engine keeps what Snowflake keeps behind the scenes: offsets, files, load history.</summary>
internal static class EngineTables
{
    private const int Format = 2;

    public static readonly string State = Names.Sql(Names.Engine("STATE"));
    public static readonly string Changes = Names.Sql(Names.Engine("CHANGES"));
    public static readonly string Deployed = Names.Sql(Names.Engine("DEPLOYED"));
    public static readonly string Offsets = Names.Sql(Names.Engine("STREAM_OFFSETS"));
    public static readonly string Runs = Names.Sql(Names.Engine("RUNS"));
    public static readonly string DeliveredFiles = Names.Sql(Names.Engine("DELIVERED_FILES"));
    public static readonly string StagedFiles = Names.Sql(Names.Engine("STAGED_FILES"));
    public static readonly string LoadedFiles = Names.Sql(Names.Engine("LOADED_FILES"));
    public static readonly string TaskStates = Names.Sql(Names.Engine("TASK_STATES"));
    public static readonly string TaskHistory = Names.Sql(Names.Engine("TASK_HISTORY"));
    public static readonly string RowIds = Names.Sql(Names.Engine("ROW_IDS"));

    public static void Create(DuckDbSession session)
    {
        if (Exists(session, Names.Engine("STATE")))
        {
            var format = session.ScalarLong($"SELECT FORMAT FROM {State}");
            if (format != Format) throw new EngineException($"The database was written by another version (format {format}, not {Format}). Start anew with --fresh.");
            CreateChanges(session);
            return;
        }

        session.InTransaction(() =>
        {
            session.Execute($"CREATE SCHEMA IF NOT EXISTS {Names.Sql(Names.EngineSchema)}");
            session.Execute($"CREATE TABLE {State} (FORMAT INTEGER NOT NULL, LAST_CHANGE BIGINT NOT NULL)");
            session.Execute($"INSERT INTO {State} VALUES ({Format}, 0)");
            CreateChanges(session);
            session.Execute($"CREATE TABLE {Deployed} (NAME VARCHAR NOT NULL, SHAPE VARCHAR NOT NULL)");
            session.Execute($"CREATE TABLE {Offsets} (STREAM VARCHAR NOT NULL, POSITION BIGINT NOT NULL, IS_INITIAL BOOLEAN NOT NULL, READ_AT TIMESTAMP, IS_STALE BOOLEAN NOT NULL)");
            session.Execute($"CREATE TABLE {Runs} (SCHEDULED_AT TIMESTAMP NOT NULL, HAS_SUCCEEDED BOOLEAN NOT NULL)");
            session.Execute($"CREATE TABLE {DeliveredFiles} (DELIVERY VARCHAR NOT NULL, PATH VARCHAR NOT NULL, CONTENT_KEY VARCHAR NOT NULL)");
            session.Execute($"""
                CREATE TABLE {StagedFiles} (PATH VARCHAR NOT NULL, LOCATION VARCHAR NOT NULL, SIZE BIGINT NOT NULL,
                    CONTENT_KEY VARCHAR NOT NULL, ARRIVED_AT TIMESTAMP NOT NULL)
                """);
            session.Execute($"""
                CREATE TABLE {LoadedFiles} (TABLE_NAME VARCHAR NOT NULL, PATH VARCHAR NOT NULL, CONTENT_KEY VARCHAR NOT NULL,
                    LOADED_AT TIMESTAMP NOT NULL, STATUS VARCHAR NOT NULL, ROWS_PARSED BIGINT NOT NULL, ROWS_LOADED BIGINT NOT NULL,
                    ROWS_REJECTED BIGINT NOT NULL)
                """);
            session.Execute($"CREATE TABLE {TaskStates} (TASK VARCHAR NOT NULL, IS_SUSPENDED BOOLEAN NOT NULL, FAILURES INTEGER NOT NULL, RESUMED_AT TIMESTAMP)");
            session.Execute($"""
                CREATE TABLE {TaskHistory} (NAME VARCHAR NOT NULL, ROOT VARCHAR NOT NULL, RUN_ID VARCHAR NOT NULL, STATE VARCHAR NOT NULL,
                    SCHEDULED_TIME TIMESTAMP NOT NULL, QUERY_START_TIME TIMESTAMP NOT NULL, COMPLETED_TIME TIMESTAMP NOT NULL, RETURN_VALUE VARCHAR,
                    ATTEMPT_NUMBER INTEGER NOT NULL, SCHEDULED_FROM VARCHAR NOT NULL, ERROR_MESSAGE VARCHAR)
                """);
            session.Execute($"CREATE SEQUENCE {RowIds}");
        });
    }

    private static void CreateChanges(DuckDbSession session) =>
        session.Execute($"CREATE TABLE IF NOT EXISTS {Changes} (CHANGE BIGINT NOT NULL, COMMITTED_AT TIMESTAMP NOT NULL)");

    public static bool Exists(DuckDbSession session, QualifiedName table) => session.ScalarBool($"""
        SELECT COUNT(*) > 0 FROM duckdb_tables()
        WHERE database_name = current_database() AND schema_name = {Names.Text(table.Schema ?? "main")} AND table_name = {Names.Text(table.Name)}
        """);
}
