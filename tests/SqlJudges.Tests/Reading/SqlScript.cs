namespace SqlJudges.Tests.Reading;

/// <summary>
/// Takes SQL text apart into statements that a grammar of plain statements can judge: bodies of procedures, tasks, views and alerts
/// are judged on their own, and the block around a script is taken off.
/// </summary>
internal sealed class SqlScript
{
    private readonly string origin;
    private readonly List<JudgedStatement> statements = [];

    private SqlScript(string origin) => this.origin = origin;

    /// <summary>The statements of a file, in their order.</summary>
    public static IReadOnlyList<JudgedStatement> Read(string origin, string sql)
    {
        var script = new SqlScript(origin);
        var cursor = new TokenCursor(sql, SqlTokenizer.Read(sql));
        while (!cursor.AtEnd)
        {
            if (!cursor.TakeIf(";"))
            {
                new BlockReader(cursor, script).ReadStatement();
                if (!cursor.AtEnd)
                {
                    cursor.Expect(";");
                }
            }
        }

        return script.statements;
    }

    /// <summary>A statement that stands by itself.</summary>
    public void AddStatement(SqlSlice statement)
    {
        if (!WrappedStatement.TryTakeApart(statement, this))
        {
            Add(statement.Line, WithoutInto(statement).ToString());
        }
    }

    /// <summary>An expression: the value of a variable, a condition.</summary>
    public void AddExpression(SqlSlice expression)
    {
        if (!expression.IsEmpty)
        {
            Add(expression.Line, $"SELECT {expression}");
        }
    }

    /// <summary>A body between <c>$$</c> or quotes: a script, a query or an expression.</summary>
    public void AddBody(SqlToken body)
    {
        var isText = body.Kind == SqlTokenKind.Text;
        var sql = isText ? body.Text[1..^1].Replace("''", "'", StringComparison.Ordinal) : body.Text[2..^2];
        var cursor = new TokenCursor(sql, SqlTokenizer.Read(sql, body.Line));
        if (cursor.Sees("SELECT", "WITH", "DECLARE", "BEGIN", "CALL", "INSERT", "MERGE", "UPDATE", "DELETE"))
        {
            new BlockReader(cursor, this).ReadStatement();
            cursor.TakeIf(";");
        }
        else
        {
            AddExpression(cursor.TakeUntil(";"));
        }

        if (!cursor.AtEnd)
        {
            throw new SqlTextException(cursor.Line, $"the body goes on after its end: {cursor.Take().Text}");
        }
    }

    /// <summary>A text put together of a statement's outside and a stand-in for what was taken out of it.</summary>
    public void Add(int line, string text) => statements.Add(new(origin, line, text));

    // SELECT .. INTO :a, :b FROM .. assigns variables in a script; the query is judged without that.
    private static SqlSlice WithoutInto(SqlSlice statement)
    {
        var into = statement.StartsWith("SELECT") || statement.StartsWith("WITH") ? statement.IndexOf("INTO") : -1;
        var from = into < 0 ? -1 : statement.IndexOf("FROM", into);
        if (from < 0)
        {
            return into < 0 ? statement : statement[..into];
        }

        var (head, tail) = (statement[..into].ToString(), statement[from..].ToString());
        var sql = $"{head} {tail}";
        return new(sql, SqlTokenizer.Read(sql, statement.Line));
    }
}
