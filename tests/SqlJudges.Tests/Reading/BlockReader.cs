namespace SqlJudges.Tests.Reading;

/// <summary>Reads a statement of Snowflake Scripting, to the end of the block that it may be; what it holds is judged piece by piece.</summary>
/// <remarks>
/// Neither judge has a grammar for blocks, so this one is strict: what it doesn't know is an error.
/// <see href="https://docs.snowflake.com/en/developer-guide/snowflake-scripting/blocks"/>
/// </remarks>
internal sealed class BlockReader(TokenCursor cursor, SqlScript script)
{
    /// <summary>One statement, without the semicolon after it.</summary>
    public void ReadStatement()
    {
        if (SeesBlock())
        {
            ReadBlock();
        }
        else
        {
            ReadSimple();
        }
    }

    private bool SeesBlock() =>
        cursor.Sees("DECLARE") || cursor.Sees("BEGIN") && !cursor.SeesNext(";", "TRANSACTION", "WORK", "NAME");

    private void ReadBlock()
    {
        if (cursor.TakeIf("DECLARE"))
        {
            while (!cursor.Sees("BEGIN"))
            {
                ReadVariable();
                cursor.Expect(";");
            }
        }

        cursor.Expect("BEGIN");
        ReadUntil("EXCEPTION", "END");
        if (cursor.TakeIf("EXCEPTION"))
        {
            while (cursor.TakeIf("WHEN"))
            {
                cursor.TakeUntil("THEN");
                cursor.Expect("THEN");
                ReadUntil("WHEN", "END");
            }
        }

        cursor.Expect("END");
    }

    private void ReadUntil(params ReadOnlySpan<string> ends)
    {
        while (!cursor.Sees(ends))
        {
            if (cursor.AtEnd)
            {
                throw new SqlTextException(cursor.Line, $"the text ends before the block's {ends[^1]}");
            }

            ReadStatement();
            cursor.Expect(";");
        }
    }

    // A variable, a cursor, a result set or an exception; what it begins with is judged.
    private void ReadVariable()
    {
        cursor.Take();
        cursor.TakeUntil(":=", "DEFAULT", "FOR", "EXCEPTION", ";");
        if (cursor.TakeIf("EXCEPTION"))
        {
            cursor.TakeUntil(";");
        }
        else if (cursor.TakeIf("FOR"))
        {
            script.AddStatement(cursor.TakeUntil(";"));
        }
        else if (cursor.TakeIf(":=") || cursor.TakeIf("DEFAULT"))
        {
            script.AddExpression(cursor.TakeUntil(";"));
        }
    }

    private void ReadSimple()
    {
        var start = cursor.Position;
        switch (cursor)
        {
            case var _ when cursor.TakeIf("LET"):
                ReadVariable();
                break;
            case var _ when cursor.TakeIf("IF"):
                ReadIf();
                break;
            case var _ when cursor.TakeIf("CASE"):
                ReadCase();
                break;
            case var _ when cursor.TakeIf("FOR"):
                cursor.TakeUntil("IN");
                cursor.Expect("IN");
                cursor.TakeUntil("DO");
                ReadLoop("DO", "FOR");
                break;
            case var _ when cursor.TakeIf("WHILE"):
                script.AddExpression(cursor.TakeUntil("DO"));
                ReadLoop("DO", "WHILE");
                break;
            case var _ when cursor.Sees("LOOP"):
                ReadLoop("LOOP", "LOOP");
                break;
            case var _ when cursor.TakeIf("RETURN"):
                ReadReturned();
                break;
            case var _ when cursor.Sees("RAISE", "BREAK", "CONTINUE", "OPEN", "CLOSE", "FETCH", "NULL"):
                cursor.TakeUntil(";");
                break;
            case var _ when cursor.SeesNext(":="):
                cursor.Take();
                cursor.Expect(":=");
                script.AddExpression(cursor.TakeUntil(";"));
                break;
            default:
                ReadSql(start);
                break;
        }
    }

    private void ReadIf()
    {
        do
        {
            script.AddExpression(cursor.TakeUntil("THEN"));
            cursor.Expect("THEN");
            ReadUntil("ELSEIF", "ELSE", "END");
        }
        while (cursor.TakeIf("ELSEIF"));

        ReadElse("IF");
    }

    private void ReadCase()
    {
        script.AddExpression(cursor.TakeUntil("WHEN"));
        while (cursor.TakeIf("WHEN"))
        {
            script.AddExpression(cursor.TakeUntil("THEN"));
            cursor.Expect("THEN");
            ReadUntil("WHEN", "ELSE", "END");
        }

        ReadElse("CASE");
    }

    private void ReadElse(string kind)
    {
        if (cursor.TakeIf("ELSE"))
        {
            ReadUntil("END");
        }

        cursor.Expect("END");
        cursor.Expect(kind);
    }

    private void ReadLoop(string begin, string kind)
    {
        cursor.Expect(begin);
        ReadUntil("END");
        cursor.Expect("END");
        cursor.Expect(kind);
    }

    private void ReadReturned()
    {
        if (cursor.TakeIf("TABLE"))
        {
            cursor.TakeUntil(";");
            return;
        }

        script.AddExpression(cursor.TakeUntil(";"));
    }

    // A task or an alert may hold a block that isn't quoted: it ends where the block ends, not at its first semicolon.
    private void ReadSql(int start)
    {
        var isWrapped = cursor.Sees("CREATE");
        while (!cursor.AtEnd && !cursor.Sees(";"))
        {
            var before = cursor.Take();
            if (isWrapped && before.IsAny("AS", "THEN") && SeesBlock())
            {
                var header = cursor.From(start);
                ReadBlock();
                WrappedStatement.AddHeader(header, script);
                return;
            }
        }

        script.AddStatement(cursor.From(start));
    }
}
