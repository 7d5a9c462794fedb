using System.Globalization;
using System.Text;

namespace Pipeline.Generators.Tests.Hostile;

/// <summary>Reads Snowflake's SQL by its manual alone: words, names, literals with their values, bodies between dollars; comments are left out.</summary>
internal static class SqlWords
{
    public static List<SqlWord> Read(string sql)
    {
        var words = new List<SqlWord>();
        for (var i = 0; i < sql.Length;)
        {
            var rest = sql.AsSpan(i);
            if (char.IsWhiteSpace(sql[i])) i++;
            else if (rest.StartsWith("--") || rest.StartsWith("//")) i = End(sql, "\n", i);
            else if (rest.StartsWith("/*")) i = End(sql, "*/", i + 2) + 2;
            else if (rest.StartsWith("$$"))
            {
                var end = sql.IndexOf("$$", i + 2, StringComparison.Ordinal);
                if (end < 0) throw new FormatException("A body doesn't end.");
                words.Add(new(SqlWordKind.Sign, "$$"));
                words.AddRange(Read(sql[(i + 2)..end]));
                words.Add(new(SqlWordKind.Sign, "$$"));
                i = end + 2;
            }
            else if (sql[i] == '\'') words.Add(new(SqlWordKind.Literal, Quoted(sql, ref i, '\'')));
            else if (sql[i] == '"') words.Add(new(SqlWordKind.QuotedName, Quoted(sql, ref i, '"')));
            else if (IsBare(sql[i]))
            {
                var start = i;
                while (i < sql.Length && IsBare(sql[i])) i++;
                words.Add(new(SqlWordKind.Bare, sql[start..i]));
            }
            else words.Add(new(SqlWordKind.Sign, sql[i++].ToString()));
        }

        return words;
    }

    // The letters of a name without quotes are those of ASCII.
    private static bool IsBare(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';

    private static int End(string sql, string mark, int from) => sql.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var at ? at : sql.Length;

    private static string Quoted(string sql, ref int i, char quote)
    {
        var value = new StringBuilder();
        for (i++; i < sql.Length; i++)
        {
            if (sql[i] == quote)
            {
                i++;
                if (i >= sql.Length || sql[i] != quote) return value.ToString();
                value.Append(quote);
            }
            else if (sql[i] == '\\' && quote == '\'') value.Append(Escaped(sql, ref i));
            else value.Append(sql[i]);
        }

        throw new FormatException("A quote isn't closed.");
    }

    private static char Escaped(string sql, ref int i)
    {
        switch (sql[++i])
        {
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'b': return '\b';
            case 'f': return '\f';
            case '0': return '\0';
            case 'x':
                i += 2;
                return (char)int.Parse(sql.AsSpan(i - 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            case 'u':
                i += 4;
                return (char)int.Parse(sql.AsSpan(i - 3, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            case var other: return other;
        }
    }
}

internal enum SqlWordKind { Bare, QuotedName, Literal, Sign }

internal sealed record SqlWord(SqlWordKind Kind, string Value);
