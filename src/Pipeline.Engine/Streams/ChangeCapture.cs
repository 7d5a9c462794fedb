using Pipeline.Catalog;

namespace Pipeline.Engine.Streams;

/// <summary>Rewrites a statement that changes a table with a stream, so that the rows that it replaces are kept.</summary>
internal static class ChangeCapture
{
    // The running transaction's change.
    private static readonly VariableReference Change = new(ChangeColumns.ChangeVariable, SqlType.Int64);

    /// <summary>The statements that do what the given one does: first what keeps the former rows, last the change itself.</summary>
    public static IReadOnlyList<Statement> Rewrite(Statement statement, TableObject table) => statement switch
    {
        UpdateStatement update =>
        [
            Keep(table, update.Target, update.From, update.Where),
            update with { Assignments = [.. update.Assignments, Touch()] },
        ],
        DeleteStatement delete => [Keep(table, delete.Target, null, With(delete.Using, delete.Where)), delete],
        MergeStatement { Matched.Count: > 0 } merge =>
        [
            Keep(table, merge.Target, merge.Source, Touched(merge)),
            merge with { Matched = merge.Matched.Select(m => m.IsDelete ? m : m with { Assignments = [.. m.Assignments, Touch()] }).ToEquatableArray() },
        ],
        InsertStatement { Overwrite: true } insert =>
        [
            Keep(table, insert.Target, null, Make.True),
            new DeleteStatement(insert.Purpose, insert.Target, Using: null, Make.True),
            insert with { Overwrite = false },
        ],
        _ => [statement],
    };

    // A row that this transaction wrote itself has no image that any stream could have seen. The other source has at most one row
    // for a row of the target, as was checked before.
    private static InsertStatement Keep(TableObject table, ObjectSource target, Source? other, Expression condition)
    {
        Column[] columns = [.. table.Columns, ChangeColumns.RowId, ChangeColumns.Inserted, ChangeColumns.Changed];
        var isOlder = Make.Compare(BinaryOperator.LessThan, Make.Column(target.Alias, ChangeColumns.Changed), Change);
        return new(
            "Keep the rows that will be replaced, for the streams on the table.",
            new("former", ChangeColumns.BeforeOf(table.Name)),
            [.. columns.Select(c => c.Name), ChangeColumns.Replaced.Name],
            new SelectQuery([.. columns.Select(c => new Projection(c.Name, Make.Column(target.Alias, c))), new(ChangeColumns.Replaced.Name, Change)])
            {
                From = target,
                Joins = other is null ? [] : [new(JoinKind.Inner, other, condition)],
                Where = other is null ? Make.And(condition, isOlder) : isOlder,
            });
    }

    // A delete may find several rows of the other source for one of the target.
    private static Expression With(Source? other, Expression condition) => other is null
        ? condition
        : new ExistsExpression(new SelectQuery([new("FOUND", Literal.Integer(1))]) { From = other, Where = condition }, Negated: false);

    private static Expression Touched(MergeStatement merge) => merge.Matched.Any(m => m.Condition is null)
        ? merge.On
        : Make.And(merge.On, Make.Or(merge.Matched.Select(m => m.Condition!)));

    private static Assignment Touch() => new(ChangeColumns.Changed.Name, Change);
}
