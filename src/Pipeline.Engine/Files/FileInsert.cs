using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Files;

/// <summary>Puts one file's sound records into the table and the others into its rejected rows.</summary>
internal sealed class FileInsert(DuckDbSession session, TableObject table, CopyDefinition copy, RunContext run, bool keepsRejects)
{
    private const string FormatRule = "FileFormat";

    private readonly string rejected = Names.Sql(PlatformTables.RejectedOf(table.Name));

    public FileReport Insert(StagedFile file, FileRows rows)
    {
        if (rows.Problem is { } problem) return Unreadable(file, problem);

        var checks = Checks(rows);
        var parsed = (rows.Count ?? session.ScalarLong($"SELECT COUNT(*) FROM {rows.From}")) + rows.Bad.Count;
        var broken = checks.Count == 0 ? 0 : session.ScalarLong($"SELECT COUNT(*) FROM {rows.From} WHERE {Reason(checks)} IS NOT NULL");
        var first = FirstProblem(rows, checks, broken);
        if (first is not null && copy.OnError == OnError.Stop) throw Stopped(file, first);

        RejectBad(file, rows);
        if (broken > 0) RejectBroken(file, rows, checks);
        if (first is not null && copy.OnError == OnError.SkipFile) return new(file.Path, "LOAD_FAILED", parsed, 0, first);

        var loaded = session.Execute($"""
            INSERT INTO {Names.Sql(table.Name)} ({Names.List(table.Columns.Select(c => c.Name))})
            SELECT {string.Join(", ", table.Columns.Select(c => Value(c, file, rows)))}
            FROM {rows.From}{(broken == 0 ? "" : $"\nWHERE {Reason(checks)} IS NULL")}{(rows.IsOrdered ? "" : $"\nORDER BY {rows.RowNumber}")}
            """);
        if (loaded != parsed - rows.Bad.Count - broken)
        {
            throw new EngineException($"{table.Name}: file {file.Path} has {parsed} records, of which {loaded} were read. It changed while it was copied; run again.");
        }

        return new(file.Path, loaded == parsed ? "LOADED" : loaded == 0 ? "LOAD_FAILED" : "PARTIALLY_LOADED", parsed, loaded, first)
        {
            FieldsLeftOut = rows.LeftOut, ColumnsWithoutField = [.. FileColumns.Of(table).Select(c => c.Name).Where(c => !rows.Values.ContainsKey(c))],
        };
    }

    private FileReport Unreadable(StagedFile file, string problem)
    {
        if (copy.OnError == OnError.Stop) throw Stopped(file, problem);
        Reject(file, "NULL::BIGINT", Names.Text(FormatRule), Names.Text(problem), "NULL", "(SELECT 1) AS file", "TRUE");
        return new(file.Path, "LOAD_FAILED", 0, 0, problem);
    }

    private EngineException Stopped(StagedFile file, string problem) => new(table is ExternalTableObject
        ? $"{table.Name}: file {file.Path}, {problem}. Snowflake fails each query that reads the column; read the field as string? and convert it in a load, or mend the file."
        : $"{table.Name}: file {file.Path}, {problem}. The copy stopped and loaded nothing; OnError = OnError.RejectRow keeps such rows aside instead.");

    /// <summary>Whether a record of texts may be refused at all.</summary>
    public static bool MayRefuse(TableObject table) =>
        FileColumns.Of(table).Any(c => !c.Nullable || c.Type is not { Kind: SqlTypeKind.Text, Precision: 0 });

    // What Snowflake would refuse in a column: a text that isn't of its type, a text that is too long, nothing where something is due.
    private List<(string Rule, string Condition, string Reason)> Checks(FileRows rows)
    {
        var checks = new List<(string, string, string)>();
        foreach (var column in FileColumns.Of(table))
        {
            var type = column.Type;
            if (rows.Values.TryGetValue(column.Name, out var value))
            {
                if (!FitsAlways(type, rows))
                {
                    checks.Add((column.Name, $"{value} IS NOT NULL AND {Cast(value, type, rows)} IS NULL",
                        $"'''' || left({value}::VARCHAR, 100) || ''' is no {TypeWords(type)} for {column.Name}'"));
                }

                if (type is { Kind: SqlTypeKind.Text, Precision: > 0 })
                {
                    checks.Add((column.Name, $"length({value}::VARCHAR) > {type.Precision}",
                        $"'''' || left({value}::VARCHAR, 100) || ''' is longer than {type.Precision} for {column.Name}'"));
                }
            }

            if (!column.Nullable) checks.Add((column.Name, $"{value ?? "NULL"} IS NULL", Names.Text($"{column.Name} is required and has no value")));
        }

        return checks;
    }

    private static bool FitsAlways(SqlType type, FileRows rows) =>
        type.Kind == SqlTypeKind.Text || (type.Kind == SqlTypeKind.Variant && !rows.IsText);

    private static string Reason(List<(string Rule, string Condition, string Reason)> checks) =>
        checks.Count == 0 ? "NULL" : $"CASE {string.Join(' ', checks.Select(c => $"WHEN {c.Condition} THEN {c.Reason}"))} END";

    private static string Rule(List<(string Rule, string Condition, string Reason)> checks) =>
        $"CASE {string.Join(' ', checks.Select(c => $"WHEN {c.Condition} THEN {Names.Text(c.Rule)}"))} END";

    private string? FirstProblem(FileRows rows, List<(string Rule, string Condition, string Reason)> checks, long broken)
    {
        var first = rows.Bad.Select(b => (Row: b.RowNumber, b.Reason)).Take(1).ToList();
        if (broken > 0)
        {
            var row = session.Query($"""
                SELECT {rows.RowNumber}, {Reason(checks)} FROM {rows.From} WHERE {Reason(checks)} IS NOT NULL ORDER BY 1 LIMIT 1
                """).Rows[0];
            first.Add(((long)row[0]!, (string)row[1]!));
        }

        return first.Count == 0 ? null : FormattableString.Invariant($"row {first.Min().Row}: {first.Min().Reason}");
    }

    private void RejectBad(StagedFile file, FileRows rows)
    {
        if (rows.Bad.Count == 0) return;
        session.Execute("CREATE OR REPLACE TEMPORARY TABLE BAD_RECORDS (ROW_NUMBER BIGINT, REASON VARCHAR, RECORD VARCHAR)");
        using (var appender = session.Connection.CreateAppender("temp", "main", "BAD_RECORDS"))
        {
            foreach (var bad in rows.Bad) appender.CreateRow().AppendValue(bad.RowNumber).AppendValue(bad.Reason).AppendValue(bad.Record).EndRow();
        }

        Reject(file, "file.ROW_NUMBER", Names.Text(FormatRule), "file.REASON", "file.RECORD::JSON", "temp.BAD_RECORDS AS file", "TRUE");
    }

    private void RejectBroken(StagedFile file, FileRows rows, List<(string Rule, string Condition, string Reason)> checks) =>
        Reject(file, rows.RowNumber, Rule(checks), Reason(checks), rows.Record, rows.From, $"{Reason(checks)} IS NOT NULL");

    private void Reject(StagedFile file, string row, string rule, string reason, string record, string from, string condition)
    {
        if (!keepsRejects) return;
        session.Execute($"""
            INSERT INTO {rejected} (RUN_ID, REJECTED_AT, RULE, REASON, SOURCE_FILE, SOURCE_ROW, RECORD)
            SELECT {Names.Text(run.RunId)}, {Names.Time(run.Now)}, {rule}, {reason}, {Names.Text(file.Path)}, {row}, {record}
            FROM {from} WHERE {condition} ORDER BY {row}
            """);
    }

    private static string Value(Column column, StagedFile file, FileRows rows) => column switch
    {
        { FromFile: { } fact } => CastAlways(Fact(fact, file, rows), column.Type),
        { FromPath: { } part } => Spelling.Expression(part.Of(Literal.Text(file.Path), column.Type)),
        _ when (column.Roles & ColumnRoles.LoadTime) != 0 => CastAlways(Names.Time(file.ArrivedAt), column.Type),
        _ => rows.Values.TryGetValue(column.Name, out var value) ? Cast(value, column.Type, rows) : "NULL",
    };

    private static string Fact(FileFact fact, StagedFile file, FileRows rows) => fact switch
    {
        FileFact.Name => Names.Text(file.Path),
        FileFact.RowNumber => rows.RowNumber,
        FileFact.ContentKey => Names.Text(file.ContentKey),
        _ => Names.Time(file.ArrivedAt),
    };

    private static string Cast(string value, SqlType type, FileRows rows) => type.Kind switch
    {
        SqlTypeKind.Text => $"{value}::VARCHAR",
        SqlTypeKind.TimestampTz when rows.IsText => $"TRY_CAST({WithOffset(value)} AS {Spelling.Type(type)})",
        _ => $"TRY_CAST({value} AS {Spelling.Type(type)})",
    };

    // COPY takes a blank before the distance from UTC, and a time of hours and minutes; the database takes neither.
    private static string WithOffset(string value) =>
        $@"regexp_replace(regexp_replace({value}, '(:[0-9]{{2}}(?:\.[0-9]+)?) +([+-][0-9])', '\1\2'), '^([^:]*[ T][0-9]{{2}}:[0-9]{{2}})(Z|[+-][0-9]{{1,2}}(?::?[0-9]{{2}})?)$', '\1:00\2')";

    private static string CastAlways(string value, SqlType type) => $"CAST({value} AS {Spelling.Type(type)})";

    private static string TypeWords(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Number => FormattableString.Invariant($"NUMBER({type.Precision},{type.Scale})"),
        SqlTypeKind.TimestampNtz => "TIMESTAMP",
        SqlTypeKind.TimestampTz => "TIMESTAMP_TZ",
        _ => type.Kind.ToString().ToUpperInvariant(),
    };
}
