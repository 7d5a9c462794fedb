namespace Pipeline.Sql.Tests;

/// <summary>A tokenizer of its own, by the manuals of both databases: it tells where a literal, a quoted name or a comment ends.</summary>
internal static class SqlTokens
{
    /// <summary>The kinds of the tokens in turn, and the value of each literal.</summary>
    public static List<(string Kind, string Value)> Read(string sql, bool hasBackslash)
    {
        var tokens = new List<(string, string)>();
        for (var i = 0; i < sql.Length;)
        {
            var c = sql[i];
            if (c == '\'') tokens.Add(("literal", Literal(sql, ref i, hasBackslash)));
            else if (!hasBackslash && c == 'e' && i + 1 < sql.Length && sql[i + 1] == '\'')
            {
                i++;
                tokens.Add(("literal", Literal(sql, ref i, hasBackslash: true)));
            }
            else if (c == '"') tokens.Add(("name", Name(sql, ref i)));
            else if (sql.AsSpan(i).StartsWith("--"))
            {
                var end = sql.IndexOf('\n', i);
                tokens.Add(("comment", ""));
                i = end < 0 ? sql.Length : end;
            }
            else if (char.IsWhiteSpace(c)) i++;
            else if (char.IsLetterOrDigit(c) || c == '_')
            {
                var start = i;
                while (i < sql.Length && (char.IsLetterOrDigit(sql[i]) || sql[i] is '_' or '$')) i++;
                tokens.Add(("word", sql[start..i]));
            }
            else
            {
                tokens.Add(("sign", c.ToString()));
                i++;
            }
        }

        return tokens;
    }

    private static string Literal(string sql, ref int i, bool hasBackslash)
    {
        var value = new System.Text.StringBuilder();
        for (i++; i < sql.Length; i++)
        {
            if (sql[i] == '\'')
            {
                if (i + 1 < sql.Length && sql[i + 1] == '\'') value.Append(sql[++i]);
                else
                {
                    i++;
                    return value.ToString();
                }
            }
            else if (hasBackslash && sql[i] == '\\')
            {
                i++;
                switch (sql[i])
                {
                    case 'n': value.Append('\n'); break;
                    case 'r': value.Append('\r'); break;
                    case 't': value.Append('\t'); break;
                    case 'x': value.Append((char)Convert.ToInt32(sql.Substring(i + 1, 2), 16)); i += 2; break;
                    case 'u': value.Append((char)Convert.ToInt32(sql.Substring(i + 1, 4), 16)); i += 4; break;
                    default: value.Append(sql[i]); break;
                }
            }
            else value.Append(sql[i]);
        }

        throw new FormatException("A literal doesn't end: " + sql);
    }

    private static string Name(string sql, ref int i)
    {
        var value = new System.Text.StringBuilder();
        for (i++; i < sql.Length; i++)
        {
            if (sql[i] != '"') value.Append(sql[i]);
            else if (i + 1 < sql.Length && sql[i + 1] == '"') value.Append(sql[++i]);
            else
            {
                i++;
                return value.ToString();
            }
        }

        throw new FormatException("A name doesn't end: " + sql);
    }
}
