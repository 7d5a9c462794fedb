using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The procedure that copies files into one table and accounts for every row of them.</summary>
internal static class CopyProcedureRenderer
{
    public static string Render(SnowflakeRenderer renderer, TableObject table)
    {
        var files = renderer.Name(new(table.Name.Schema, "COPIED_FILES_OF_" + table.Name.Name));
        var width = LoadVariables.Counters.Max(c => c.Name.Length);
        return SnowflakeQuoting.WithBody(renderer.Fill("Procedures/copy_procedure.sql", "procedure", new View(
            renderer.Name(LoadLowering.CopyProcedureOf(table.Name)),
            $"Copies new files into {table.Name}; what does not parse is kept aside.",
            files,
            LoadVariables.Counters.Select(c => c.Name.PadRight(width)).ToEquatableArray(),
            $"{table.Name}: COPY refused more rows than it tells about; see INFORMATION_SCHEMA.COPY_HISTORY.",
            CopyRejects.IsUnread,
            table.Copies.Select(c => CopyOf(renderer, table, c, files)).ToEquatableArray(),
            Ledger(renderer, table, succeeded: true),
            Ledger(renderer, table, succeeded: false),
            ProcedureSummary.Of(renderer, LoadVariables.Counters.Select(c => c.Name)))));
    }

    private static CopyView CopyOf(SnowflakeRenderer renderer, TableObject table, CopyDefinition copy, string files)
    {
        var statement = new CopyStatement(renderer, table, copy);
        var isByRow = copy.OnError == OnError.RejectRow && !statement.IsTransforming;

        // A copy that stops at the first error leaves nothing to keep.
        var stops = copy.OnError == OnError.Stop;
        return new(
            copy.At is null ? "" : " [" + SqlQuoting.Comment(copy.At.ToString()) + "]", statement.Write(),
            stops ? null : CopyRejects.Write(renderer, table, files, isByRow), stops ? null : CopyRejects.Unread(renderer, table, files), isByRow);
    }

    private static string Ledger(SnowflakeRenderer renderer, TableObject table, bool succeeded)
    {
        var columns = PlatformTables.LoadRunsTable(renderer.Catalog).Columns;
        var values = new Dictionary<string, Expression>(StringComparer.Ordinal)
        {
            ["RUN_ID"] = LoadVariables.RunId,
            ["PROCEDURE_NAME"] = Literal.Text(LoadLowering.CopyProcedureOf(table.Name).ToString()),
            ["TARGET"] = Literal.Text(table.Name.ToString()),
            ["STARTED_AT"] = LoadVariables.StartedAt,
            ["FINISHED_AT"] = Make.Call("CurrentTimestamp", SqlType.Timestamp),
            ["STATUS"] = Literal.Text(succeeded ? "SUCCEEDED" : "FAILED"),
            ["ERROR_MESSAGE"] = succeeded ? Literal.Null(SqlType.Text) : LoadVariables.ErrorMessage,
        };
        foreach (var counter in LoadVariables.Counters)
        {
            values[counter.Name.ToUpperInvariant()] = succeeded ? counter : Literal.Integer(0);
        }

        return renderer.Dialect.CommentedStatement(at: table.At, statement: new InsertStatement(
            succeeded ? "Record the run; it commits with what it loaded." : "Record the failure; nothing else of the run remains.",
            new ObjectSource("runs", PlatformTables.LoadRuns(renderer.Catalog)),
            columns.Select(c => c.Name).ToEquatableArray(),
            new SelectQuery(columns.Select(c => new Projection(c.Name, values[c.Name])).ToEquatableArray())));
    }

    private sealed record View(
        string Name, string Comment, string Files, EquatableArray<string> Counters, string LostRows, string IsUnread, EquatableArray<CopyView> Copies,
        string Record, string RecordFailure, string Summary);

    private sealed record CopyView(string Place, string Statement, string? Rejects, string? Unread, bool IsReconciled);
}
