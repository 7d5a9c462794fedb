using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>The statements of a load as SQL, without the semicolon.</summary>
internal abstract class StatementWriter(SqlQuoting quoting, ExpressionWriter expressions, QueryWriter queries)
{
    protected SqlQuoting Quoting { get; } = quoting;

    protected ExpressionWriter Expressions { get; } = expressions;

    protected QueryWriter Queries { get; } = queries;

    public string Write(Statement statement) => statement switch
    {
        CreateBatchStatement s => CreateBatch(s),
        InsertStatement s => Insert(s),
        UpdateStatement s => Update(s),
        DeleteStatement s => Delete(s),
        MergeStatement s => Merge(s),
        SetVariablesStatement s => SetVariables(s),
        RaiseStatement s => Raise(s),
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement.GetType().Name, "A statement of an unknown kind."),
    };

    /// <summary>The message of a raise, with its query in one line.</summary>
    public string Message(RaiseStatement statement) => statement.FoundBy is not { } query ? statement.Message
        : statement.Message.Replace(RaiseStatement.QueryPlace, string.Join(" ", Layout.Finish(Queries.Write(query)).Split(['\n'], StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim())));

    protected abstract string CreateBatch(CreateBatchStatement statement);

    protected abstract string SetVariables(SetVariablesStatement statement);

    protected abstract string Raise(RaiseStatement statement);

    /// <summary>INSERT that empties the target first.</summary>
    protected abstract string Overwrite(InsertStatement statement);

    /// <summary>The column on the left of a MERGE's SET.</summary>
    protected abstract string MergedColumn(MergeStatement statement, string column);

    /// <summary>What follows the last clause of a MERGE.</summary>
    protected virtual string MergeEnd => "";

    protected string InsertInto(string word, InsertStatement statement) =>
        word + " " + Queries.ObjectName(statement.Target) + " (\n"
        + Layout.Indent(Layout.Lines(statement.Columns.Select(Quoting.Identifier))) + "\n)\n" + Queries.Write(statement.Query);

    protected IEnumerable<string> BatchColumns(CreateBatchStatement statement) =>
        Layout.Align(statement.Columns.Select(c => (Quoting.Identifier(c.Name), (string?)Expressions.Type(c.Type))).ToList());

    private string Insert(InsertStatement statement) => statement.Overwrite ? Overwrite(statement) : InsertInto("INSERT INTO", statement);

    // Neither dialect takes a qualified column on the left of a plain UPDATE's SET.
    private string Update(UpdateStatement statement) =>
        "UPDATE " + Target(statement.Target) + " SET\n"
        + Layout.Indent(Assignments(statement.Assignments, Quoting.Identifier)) + "\n"
        + (statement.From is null ? "" : "FROM " + Queries.Write(statement.From) + "\n")
        + "WHERE " + Expressions.WriteFilter(statement.Where);

    private string Delete(DeleteStatement statement) =>
        "DELETE FROM " + Target(statement.Target) + "\n"
        + (statement.Using is null ? "" : "USING " + Queries.Write(statement.Using) + "\n")
        + "WHERE " + Expressions.WriteFilter(statement.Where);

    // Without AS, which Snowflake's UPDATE and DELETE don't take.
    private string Target(ObjectSource target)
    {
        var name = Queries.ObjectName(target);
        return string.Equals(target.Alias, target.Object.Name, StringComparison.OrdinalIgnoreCase) ? name : name + " " + Quoting.Alias(target.Alias);
    }

    private string Merge(MergeStatement statement)
    {
        var lines = new List<string>
        {
            "MERGE INTO " + Queries.Write(statement.Target),
            "USING " + Queries.Write(statement.Source),
            "    ON " + Layout.Hang(Expressions.Write(statement.On)),
        };
        lines.AddRange(statement.Matched.Select(m => QueryWriter.Commented(m.Purpose, Matched(statement, m))));
        if (statement.NotMatched is { } insert) lines.Add(QueryWriter.Commented(insert.Purpose, NotMatched(insert)));
        return string.Join("\n", lines) + MergeEnd;
    }

    private string Matched(MergeStatement statement, MergeMatched clause) =>
        "WHEN MATCHED" + Condition(clause.Condition) + (clause.IsDelete
            ? " THEN DELETE"
            : " THEN UPDATE SET\n" + Layout.Indent(Assignments(clause.Assignments, c => MergedColumn(statement, c))));

    private string NotMatched(MergeInsert insert) =>
        "WHEN NOT MATCHED" + Condition(insert.Condition) + " THEN INSERT (\n"
        + Layout.Indent(Layout.Lines(insert.Values.Select(v => Quoting.Identifier(v.Column)))) + "\n) VALUES (\n"
        + Layout.Indent(Layout.Lines(insert.Values.Select(v => Expressions.Write(v.Value)))) + "\n)";

    private string Condition(Expression? condition) => condition is null ? "" : " AND " + Expressions.Write(condition, Precedence.And);

    private string Assignments(IEnumerable<Assignment> assignments, Func<string, string> column) =>
        Layout.Lines(Layout.Align(assignments.Select(a => (column(a.Column), (string?)("= " + Expressions.Write(a.Value)))).ToList()));
}
