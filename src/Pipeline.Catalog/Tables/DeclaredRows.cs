namespace Pipeline.Catalog;

/// <summary>Makes a table hold the rows that its model declares, and no others; run whenever the table is deployed.</summary>
public static class DeclaredRows
{
    private const string Target = "kept";
    private const string Source = "declared";

    /// <summary>First what is gone goes, so that nobody sees more than before or after; then what is new comes.</summary>
    public static IEnumerable<Statement> Of(TableObject table)
    {
        if (table.Rows is not { } rows) yield break;

        var target = new ObjectSource(Target, table.Name);
        yield return new DeleteStatement(
            "Rows that the model doesn't declare any more.", target, null,
            new ExistsExpression(new SelectQuery([new("FOUND", Literal.Integer(1))]) { From = rows with { Alias = Source }, Where = Same(table, rows) }, Negated: true));
        yield return new InsertStatement(
            "Rows that it declares and that aren't there.", target, rows.Columns,
            new SelectQuery(rows.Columns.Select(c => new Projection(c, Declared(table, c))).ToEquatableArray())
            {
                From = rows with { Alias = Source },
                Where = new ExistsExpression(new SelectQuery([new("FOUND", Literal.Integer(1))]) { From = target, Where = Same(table, rows) }, Negated: true),
            });
    }

    private static Expression Same(TableObject table, ValuesSource rows) =>
        Make.And(rows.Columns.Select(c => (Expression)new BinaryExpression(BinaryOperator.NotDistinct, Make.Column(Target, Find(table, c)), Declared(table, c), SqlType.Boolean, false)));

    private static ColumnReference Declared(TableObject table, string column) => Make.Column(Source, Find(table, column));

    private static Column Find(TableObject table, string column) => table.Columns.First(c => c.Name == column);
}
