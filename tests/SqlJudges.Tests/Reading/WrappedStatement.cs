namespace SqlJudges.Tests.Reading;

/// <summary>A CREATE around another statement: both are judged, each on its own.</summary>
internal static class WrappedStatement
{
    private static readonly string[] Kinds = ["TASK", "ALERT", "VIEW", "PIPE", "TABLE"];

    /// <summary>Hands on the pieces of the statement, or says that it has none.</summary>
    public static bool TryTakeApart(SqlSlice statement, SqlScript script) =>
        statement.StartsWith("CREATE") || statement.StartsWith("EXECUTE", "IMMEDIATE")
            ? TakeOutBody(statement, script) || TakeOutStatement(statement, script)
            : false;

    /// <summary>The outside of a statement whose block has been read; it ends with AS or THEN.</summary>
    public static void AddHeader(SqlSlice header, SqlScript script)
    {
        TakeOutConditions(header, script);
        script.Add(header.Line, $"{header} SELECT 1");
    }

    // AS $$ .. $$, or the same in quotes; in a header, texts stand after '=' or in brackets.
    private static bool TakeOutBody(SqlSlice statement, SqlScript script)
    {
        var last = statement.Tokens[^1];
        var isBody = last.Kind == SqlTokenKind.Body
            || last.Kind == SqlTokenKind.Text && statement.Tokens.Count > 1 && statement.Tokens[^2].Is("AS");
        if (!isBody)
        {
            return false;
        }

        script.Add(statement.Line, $"{statement[..^1]} 'SELECT 1'");
        script.AddBody(last);
        return true;
    }

    private static bool TakeOutStatement(SqlSlice statement, SqlScript script)
    {
        var name = statement.Tokens.Take(8).Select((token, at) => (token, at)).FirstOrDefault(t => t.token.IsAny(Kinds));
        if (name.at == 0)
        {
            return false;
        }

        var mark = statement.IndexOf(name.token.Is("ALERT") ? "THEN" : "AS", name.at);
        if (mark < 0 || mark + 1 >= statement.Tokens.Count)
        {
            return false;
        }

        var (header, body) = (statement[..(mark + 1)], statement[(mark + 1)..]);
        TakeOutConditions(header, script);
        script.Add(statement.Line, $"{(name.token.Is("ALERT") ? WithoutCondition(header) : header)} {(name.token.Is("PIPE") ? "COPY INTO T FROM @S" : "SELECT 1")}");
        script.AddStatement(body);
        return true;
    }

    // The condition is judged on its own.
    private static string WithoutCondition(SqlSlice header)
    {
        for (var at = 1; at < header.Tokens.Count - 1; at++)
        {
            if (header.Tokens[at].Is("IF") && header.Tokens[at + 1].Is("(")) return $"{header[..(at + 1)]} (EXISTS (SELECT 1)) THEN";
        }

        return header.ToString()!;
    }

    // WHEN SYSTEM$STREAM_HAS_DATA(..) of a task, IF (EXISTS (..)) of an alert; IF NOT EXISTS is no condition.
    private static void TakeOutConditions(SqlSlice header, SqlScript script)
    {
        for (var at = 1; at < header.Tokens.Count - 1; at++)
        {
            if (header.Tokens[at].Is("WHEN") || header.Tokens[at].Is("IF") && header.Tokens[at + 1].Is("("))
            {
                script.AddExpression(header[(at + 1)..^1]);
                return;
            }
        }
    }
}
