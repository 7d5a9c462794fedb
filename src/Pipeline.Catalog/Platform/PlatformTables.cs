namespace Pipeline.Catalog;

/// <summary>The tables that the platform keeps for itself: the ledger of runs, the results of checks, the rejected rows.</summary>
public static class PlatformTables
{
    /// <summary>Where the platform's tables go when no class says it.</summary>
    public const string DefaultSchema = "PIPELINE";

    /// <summary>Stands in a query for the schema of the run ledger, until the whole model is known.</summary>
    public const string AnyLedger = "PIPELINE$LEDGER";

    /// <summary>The schema of the run ledger.</summary>
    public static string LedgerSchema(CompiledCatalog catalog) => catalog.All<RunLedgerObject>().FirstOrDefault()?.Schema ?? DefaultSchema;

    public static QualifiedName LoadRuns(CompiledCatalog catalog) => new(LedgerSchema(catalog), "LOAD_RUNS");

    public static QualifiedName LoadOffsets(CompiledCatalog catalog) => new(LedgerSchema(catalog), "LOAD_OFFSETS");

    public static QualifiedName QualityMetrics(CompiledCatalog catalog) => new(LedgerSchema(catalog), "QUALITY_METRICS");

    public static QualifiedName RejectedOf(QualifiedName table) => new(table.Schema, "REJECTED_" + table.Name);

    /// <summary>One row per load or copy that ran.</summary>
    public static TableObject LoadRunsTable(CompiledCatalog catalog) => Table(LoadRuns(catalog), "One row per run of a load: what it read, and what became of it.",
    [
        Text("RUN_ID", "The task graph's run."),
        Text("PROCEDURE_NAME", "The procedure that ran."),
        Text("TARGET", "The table that it fills."),
        Required("STARTED_AT", SqlType.Timestamp),
        Required("FINISHED_AT", SqlType.Timestamp),
        Text("STATUS", "SUCCEEDED or FAILED."),
        .. LoadVariables.Counters.Select(c => Required(c.Name.ToUpperInvariant(), SqlType.Int64)),
        new Column("ERROR_MESSAGE", "ErrorMessage", SqlType.Text, Nullable: true),
    ]);

    /// <summary>One row per stream that a run of a load read.</summary>
    public static TableObject LoadOffsetsTable(CompiledCatalog catalog) => Table(LoadOffsets(catalog), "One row per stream that a run of a load read: from where to where.",
    [
        Text("RUN_ID", "The task graph's run."),
        Text("PROCEDURE_NAME", "The procedure that ran."),
        Text("TARGET", "The table that it fills."),
        Required("STARTED_AT", SqlType.Timestamp) with { Comment = "As in LOAD_RUNS: with RUN_ID and PROCEDURE_NAME it finds the run." },
        Text("STREAM", "The stream."),
        new Column("READ_FROM", "ReadFrom", SqlType.Timestamp, Nullable: true) { Comment = "The last version of the stream's table that was read before, in UTC; null where the stream lies on a view, or nothing was there." },
        new Column("READ_UNTIL", "ReadUntil", SqlType.Timestamp, Nullable: true) { Comment = "When the transaction began up to which it was read, in UTC; null where the run failed and the offset stayed." },
    ]);

    /// <summary>One row per check and run.</summary>
    public static TableObject QualityMetricsTable(CompiledCatalog catalog) => Table(QualityMetrics(catalog), "What the expectations and checks of each run found.",
    [
        Text("RUN_ID", "The task graph's run."),
        Text("CHECK_NAME", "The expectation or check."),
        Text("LAYER", "The schema of the rows."),
        Text("TARGET", "The table of the rows."),
        Text("STATUS", "PASS, WARN or FAIL."),
        Required("ERROR_COUNT", SqlType.Int64),
        new Column("ROW_COUNT", "RowCount", SqlType.Int64, Nullable: true) { Comment = "Of an expectation, the rows that it looked at; a check of a gate counts what is wrong alone." },
        Required("RUN_TIME", SqlType.Timestamp),
    ]);

    /// <summary>The rows that a load or a copy of the table set aside.</summary>
    public static TableObject RejectedTable(TableObject table) => Table(RejectedOf(table.Name), $"Rows that {table.Name} did not take, with the reason.",
    [
        Text("RUN_ID", "The task graph's run."),
        Required("REJECTED_AT", SqlType.Timestamp),
        Text("RULE", "The rule that the row broke: a column's cast, an expectation, or the file's format."),
        Text("REASON", "What was wrong with it."),
        new Column("SOURCE_FILE", "SourceFile", SqlType.Text, Nullable: true) { Comment = "The file that delivered it." },
        new Column("SOURCE_ROW", "SourceRow", SqlType.Int64, Nullable: true) { Comment = "Its row in the file." },
        new Column("RECORD", "Record", SqlType.Variant, Nullable: true) { Comment = "The row as it was read." },
    ]) with
    { FormerNames = table.FormerNames.Select(RejectedOf).ToEquatableArray() };

    private static TableObject Table(QualifiedName name, string comment, EquatableArray<Column> columns) =>
        new(name, "", columns) { Comment = comment };

    private static Column Text(string name, string comment) => new(name, name, SqlType.Text, Nullable: false) { Comment = comment };

    private static Column Required(string name, SqlType type) => new(name, name, type, Nullable: false);
}
