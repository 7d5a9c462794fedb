using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>
/// The catalog's statements in the words of one database. Everything that is written is written once, here, for the account and for the
/// laptop alike.
/// </summary>
public abstract class Dialect
{
    /// <summary>The name by which a user calls it: <c>snowflake</c>, <c>duckdb</c>.</summary>
    public abstract string Name { get; }

    internal abstract SqlQuoting Quoting { get; }

    internal abstract ExpressionWriter Expressions { get; }

    internal abstract QueryWriter Queries { get; }

    internal abstract StatementWriter Statements { get; }

    public string Expression(Expression expression) => Layout.Finish(Expressions.Write(expression));

    public string Query(Query query) => Layout.Finish(Queries.Write(query));

    /// <summary>One statement of a load, without semicolon and without its purpose.</summary>
    public string Statement(Statement statement) => Layout.Finish(Statements.Write(statement));

    /// <summary>The statement under a comment that says what it is for and, where known, which C# it comes from.</summary>
    public string CommentedStatement(Statement statement, SourcePlace? at = null) => Layout.Finish(Commented(statement, at));

    internal string Commented(Statement statement, SourcePlace? at) =>
        QueryWriter.Commented(at is null ? statement.Purpose : $"{statement.Purpose} [{at}]", Statements.Write(statement));

    /// <summary>What a statement that fails the load says, in one line.</summary>
    public string Message(RaiseStatement statement) => Statements.Message(statement);

    public string Type(SqlType type) => Expressions.Type(type);

    /// <summary>A column, schema or table as it stands in SQL.</summary>
    public string Identifier(string name) => Quoting.Identifier(name);

    /// <summary>An object with its schema as it stands in SQL.</summary>
    public string ObjectName(QualifiedName name) => Quoting.Name(name);

    /// <summary>A text as a literal.</summary>
    public string Text(string text) => Quoting.Literal(text);
}
