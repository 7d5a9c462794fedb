namespace SqlJudges.Tests.Reading;

/// <summary>Cuts Snowflake's SQL into tokens; comments and blanks are left out.</summary>
internal sealed class SqlTokenizer
{
    private static readonly string[] LongSymbols = ["::", ":=", "=>", "->", "<=", ">=", "<>", "!=", "||"];

    private readonly string sql;
    private int position;
    private int line;

    private SqlTokenizer(string sql, int firstLine)
    {
        this.sql = sql;
        line = firstLine;
    }

    public static IReadOnlyList<SqlToken> Read(string sql, int firstLine = 1)
    {
        var tokenizer = new SqlTokenizer(sql, firstLine);
        var tokens = new List<SqlToken>();
        while (tokenizer.SkipBlank())
        {
            tokens.Add(tokenizer.ReadToken());
        }

        return tokens;
    }

    private bool SkipBlank()
    {
        while (position < sql.Length)
        {
            if (char.IsWhiteSpace(sql[position]))
            {
                Advance(position + 1);
            }
            else if (StartsWith("--") || StartsWith("//"))
            {
                Advance(EndOfLine());
            }
            else if (StartsWith("/*"))
            {
                Advance(EndOf("*/", position + 2, "a comment"));
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private SqlToken ReadToken()
    {
        var (kind, end) = sql[position] switch
        {
            '\'' => (SqlTokenKind.Text, EndOfText()),
            '"' => (SqlTokenKind.QuotedName, EndOfQuotedName()),
            '$' when StartsWith("$$") => (SqlTokenKind.Body, EndOf("$$", position + 2, "a $$ body")),
            var c when IsWordStart(c) => (SqlTokenKind.Word, EndWhile(IsWordPart)),
            var c when char.IsAsciiDigit(c) => (SqlTokenKind.Number, EndOfNumber()),
            _ => (SqlTokenKind.Symbol, position + (LongSymbols.Any(StartsWith) ? 2 : 1)),
        };

        var token = new SqlToken(kind, sql[position..end], position, line);
        Advance(end);
        return token;
    }

    // Within single quotes a backslash escapes what follows, and two quotes are one.
    private int EndOfText()
    {
        for (var at = position + 1; at < sql.Length; at++)
        {
            if (sql[at] == '\\')
            {
                at++;
            }
            else if (sql[at] == '\'' && !IsAt(at + 1, '\''))
            {
                return at + 1;
            }
            else if (sql[at] == '\'')
            {
                at++;
            }
        }

        throw new SqlTextException(line, "a text has no closing quote");
    }

    private int EndOfQuotedName()
    {
        for (var at = position + 1; at < sql.Length; at++)
        {
            if (sql[at] == '"' && !IsAt(at + 1, '"'))
            {
                return at + 1;
            }

            if (sql[at] == '"')
            {
                at++;
            }
        }

        throw new SqlTextException(line, "a quoted name has no closing quote");
    }

    private int EndOfNumber()
    {
        var end = EndWhile(char.IsAsciiDigit);
        if (IsAt(end, '.'))
        {
            end++;
            while (end < sql.Length && char.IsAsciiDigit(sql[end]))
            {
                end++;
            }
        }

        return end;
    }

    private int EndOf(string mark, int from, string what)
    {
        var at = sql.IndexOf(mark, from, StringComparison.Ordinal);
        return at >= 0 ? at + mark.Length : throw new SqlTextException(line, $"{what} has no end");
    }

    private int EndOfLine()
    {
        var at = sql.IndexOf('\n', position);
        return at < 0 ? sql.Length : at;
    }

    private int EndWhile(Func<char, bool> belongs)
    {
        var end = position;
        while (end < sql.Length && belongs(sql[end]))
        {
            end++;
        }

        return end;
    }

    private void Advance(int to)
    {
        line += sql.AsSpan(position, to - position).Count('\n');
        position = to;
    }

    private bool StartsWith(string mark) => string.CompareOrdinal(sql, position, mark, 0, mark.Length) == 0;

    private bool IsAt(int at, char character) => at < sql.Length && sql[at] == character;

    private static bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or '$';

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
