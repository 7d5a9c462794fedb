using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

internal sealed class DuckDbStatementWriter(ExpressionWriter expressions, QueryWriter queries)
    : StatementWriter(DuckDbQuoting.Instance, expressions, queries)
{
    private const string Row = "row_values";

    // One row per row of the target that changed, with what became of it: so the engine can count.
    protected override string MergeEnd => "\nRETURNING merge_action";

    protected override string CreateBatch(CreateBatchStatement statement) =>
        "CREATE OR REPLACE TEMP TABLE " + Queries.ObjectName(new ObjectSource("", statement.Batch, IsBatch: true))
        + " (\n" + Layout.Indent(Layout.Lines(BatchColumns(statement))) + "\n)";

    // A variable takes one value: of several the row, as a struct that is taken apart.
    protected override string SetVariables(SetVariablesStatement statement) => statement.Variables.Count == 1
        ? Set(statement.Variables[0], Layout.Block(Queries.Write(statement.Query)))
        : Set(Row, Layout.Block($"SELECT row_values\nFROM {Layout.Block(Queries.Write(statement.Query))} AS row_values"))
            + string.Concat(statement.Variables.Zip(statement.Query.Columns, (variable, column) =>
                ";\n" + Set(variable, $"STRUCT_EXTRACT(GETVARIABLE({Quoting.Literal(Row)}), {Quoting.Literal(column.Name)})")));

    private string Set(string variable, string value) => "SET VARIABLE " + Quoting.Alias(variable) + " = " + value;

    protected override string Raise(RaiseStatement statement) =>
        "SELECT CASE WHEN " + Expressions.Write(statement.Condition) + " THEN ERROR(" + Failure(statement) + ") END AS FAILURE";

    private string Failure(RaiseStatement statement) => Quoting.Literal(Message(statement))
        + string.Concat(statement.Details.Select((d, i) => " || " + Quoting.Literal((i == 0 ? " " : ", ") + d.Name + " = ") + " || " + Expressions.Write(d)));

    protected override string Overwrite(InsertStatement statement) =>
        "DELETE FROM " + Queries.ObjectName(statement.Target) + ";\n" + InsertInto("INSERT INTO", statement);

    protected override string MergedColumn(MergeStatement statement, string column) => Quoting.Identifier(column);
}
