using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Keeps the rows of a file that COPY did not take.</summary>
internal static class CopyRejects
{
    private const string Columns = """
        (
            RUN_ID,
            REJECTED_AT,
            RULE,
            REASON,
            SOURCE_FILE,
            SOURCE_ROW,
            RECORD
        )
        """;

    /// <summary>Whether COPY tells an error of a file and no row.</summary>
    /// <remarks>In brackets, since some fields are called as the procedure's variables.</remarks>
    public const string IsUnread = "copied.FILE['first_error'] IS NOT NULL AND COALESCE(copied.FILE['rows_parsed']::NUMBER(19,0), 0) = 0";

    public static string Write(SnowflakeRenderer renderer, TableObject table, string files, bool isByRow) =>
        (isByRow
            ? "-- Keep each row that did not parse, as it stood in the file.\n"
            : "-- A file that is skipped, or read through a SELECT, tells its first error alone.\n")
        + Insert(renderer, table) + (isByRow ? ByRow(renderer, table) : ByFile(files, "copied.FILE['rows_parsed']::NUMBER(19,0) > copied.FILE['rows_loaded']::NUMBER(19,0)"));

    /// <summary>Keeps what is told of files that could not be read at all.</summary>
    public static string Unread(SnowflakeRenderer renderer, TableObject table, string files) => Insert(renderer, table) + ByFile(files, IsUnread);

    private static string Insert(SnowflakeRenderer renderer, TableObject table) =>
        "INSERT INTO " + renderer.Name(PlatformTables.RejectedOf(table.Name)) + " " + Columns.Replace("\r\n", "\n") + "\n";

    // VALIDATE tells every error of a row; the first is enough.
    private static string ByRow(SnowflakeRenderer renderer, TableObject table) => $"""
        SELECT
            :run_id,
            :started_at,
            'FileFormat',
            failed.ERROR,
            failed.FILE,
            failed.ROW_NUMBER,
            TO_VARIANT(failed.REJECTED_RECORD)
        FROM TABLE(VALIDATE({renderer.Name(table.Name)}, JOB_ID => '_last')) AS failed
        QUALIFY ROW_NUMBER() OVER (PARTITION BY failed.FILE, failed.ROW_NUMBER ORDER BY failed.CHARACTER ASC NULLS FIRST) = 1
        """.Replace("\r\n", "\n");

    private static string ByFile(string files, string which) => $"""
        SELECT
            :run_id,
            :started_at,
            'FileFormat',
            copied.FILE['first_error']::VARCHAR,
            copied.FILE['file']::VARCHAR,
            copied.FILE['first_error_line']::NUMBER(19,0),
            copied.FILE
        FROM {files} AS copied
        WHERE {which}
        """.Replace("\r\n", "\n");
}
