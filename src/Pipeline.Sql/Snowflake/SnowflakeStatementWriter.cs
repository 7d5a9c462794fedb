using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal sealed class SnowflakeStatementWriter(ExpressionWriter expressions, QueryWriter queries, ExpressionWriter script)
    : StatementWriter(SnowflakeQuoting.Instance, expressions, queries)
{
    /// <summary>The name of the exception that a raise declares: after the first variable that it looks at.</summary>
    public static string ExceptionOf(RaiseStatement statement) => "unexpected_" + (VariablesRead.By(statement.Condition).FirstOrDefault()?.Name ?? "result");

    // A temporary table belongs to the session alone: replacing it loses nobody's rows.
    protected override string CreateBatch(CreateBatchStatement statement) =>
        "CREATE OR REPLACE TEMPORARY TABLE " + Quoting.Name(statement.Batch) + " (\n" + Layout.Indent(Layout.Lines(BatchColumns(statement))) + "\n)";

    protected override string SetVariables(SetVariablesStatement statement) =>
        Queries.Write(statement.Query, into: string.Join(", ", statement.Variables.Select(v => ":" + Quoting.Alias(v))));

    protected override string Raise(RaiseStatement statement) =>
        "IF (" + script.Write(statement.Condition) + ") THEN\n" + Details(statement) + "    RAISE " + ExceptionOf(statement) + ";\nEND IF";

    // An exception's text is the one that it was declared with.
    private string Details(RaiseStatement statement) => statement.Details.Count == 0 ? ""
        : "    error_detail := " + string.Join(" || ", statement.Details.Select((d, i) => Quoting.Literal((i == 0 ? " " : ", ") + d.Name + " = ") + " || " + script.Write(d))) + ";\n";

    protected override string Overwrite(InsertStatement statement) => InsertInto("INSERT OVERWRITE INTO", statement);

    protected override string MergedColumn(MergeStatement statement, string column) =>
        Quoting.Alias(statement.Target.Alias) + "." + Quoting.Identifier(column);
}
