using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

/// <summary>DuckDB, computing as Snowflake does. Variables of a load are session variables; <c>now</c> among them is the clock.</summary>
public sealed class DuckDbDialect : Dialect
{
    public static readonly DuckDbDialect Instance = new();

    private DuckDbDialect()
    {
        Expressions = new DuckDbExpressionWriter();
        Queries = new DuckDbQueryWriter(Expressions);
        Statements = new DuckDbStatementWriter(Expressions, Queries);
    }

    public override string Name => "duckdb";

    internal override SqlQuoting Quoting => DuckDbQuoting.Instance;

    internal override ExpressionWriter Expressions { get; }

    internal override QueryWriter Queries { get; }

    internal override StatementWriter Statements { get; }

    /// <summary>The sequence that gives the surrogate keys; null for a table without.</summary>
    public string? CreateSequence(TableObject table) =>
        table.FirstWith(ColumnRoles.SurrogateKey) is null || table is CalendarObject ? null : "CREATE SEQUENCE IF NOT EXISTS " + SequenceOf(table);

    /// <summary>The table; keys are not enforced, as in Snowflake, but NOT NULL and the lengths of texts are.</summary>
    /// <param name="table">The table.</param>
    /// <param name="extraColumns">Columns beside the model's, such as <c>"METADATA$ROW_ID" VARCHAR</c>, each as it stands in SQL.</param>
    public string CreateTable(TableObject table, params IEnumerable<string> extraColumns)
    {
        var columns = Layout.Align(table.Columns.Select(c => (Quoting.Identifier(c.Name), (string?)Definition(table, c))).ToList());
        return Layout.Finish(
            "CREATE TABLE IF NOT EXISTS " + Quoting.Name(table.Name) + " (\n" + Layout.Indent(Layout.Lines(columns.Concat(extraColumns))) + "\n)");
    }

    public string CreateView(QualifiedName name, Query query) =>
        Layout.Finish("CREATE OR REPLACE VIEW " + Quoting.Name(name) + " AS\n" + Queries.Write(query));

    /// <summary>A dynamic table is a plain one here, made anew by each refresh.</summary>
    public string RefreshDynamicTable(DynamicTableObject table) =>
        Layout.Finish("CREATE OR REPLACE TABLE " + Quoting.Name(table.Name) + " AS\n" + Queries.Write(table.Query));

    private string Definition(TableObject table, Column column)
    {
        var definition = Expressions.Type(column.Type);
        if ((column.Roles & ColumnRoles.SurrogateKey) != 0 && table is not CalendarObject)
        {
            definition += " DEFAULT NEXTVAL(" + Quoting.Literal(SequenceOf(table)) + ")";
        }

        if ((column.Roles & ColumnRoles.LoadTime) != 0) definition += " DEFAULT CAST(GETVARIABLE('now') AS TIMESTAMP)";
        if (!column.Nullable) definition += " NOT NULL";
        if (column.Type is { Kind: SqlTypeKind.Text, Precision: > 0 })
        {
            definition += FormattableString.Invariant($" CHECK (LENGTH({Quoting.Identifier(column.Name)}) <= {column.Type.Precision})");
        }

        return definition;
    }

    private string SequenceOf(TableObject table) => Quoting.Name(new(table.Name.Schema, table.Name.Name + "_SEQ"));
}
