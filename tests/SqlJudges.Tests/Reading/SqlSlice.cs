using System.Text;

namespace SqlJudges.Tests.Reading;

/// <summary>Successive tokens of one text, comments between them included when it is written out.</summary>
internal sealed record SqlSlice(string Sql, IReadOnlyList<SqlToken> Tokens)
{
    public bool IsEmpty => Tokens.Count == 0;

    public int Line => Tokens[0].Line;

    public SqlSlice this[Range range] => new(Sql, [.. Tokens.Take(range)]);

    /// <summary>The place of the first token outside of brackets that is this word, or -1.</summary>
    public int IndexOf(string word, int from = 0)
    {
        var brackets = 0;
        for (var at = from; at < Tokens.Count; at++)
        {
            if (brackets == 0 && Tokens[at].Is(word))
            {
                return at;
            }

            brackets += Tokens[at].Is("(") ? 1 : Tokens[at].Is(")") ? -1 : 0;
        }

        return -1;
    }

    public bool StartsWith(params ReadOnlySpan<string> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (at >= Tokens.Count || !Tokens[at].Is(words[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text; variables of a script (<c>:rows_read</c>) stand as the names that they are.</summary>
    /// <remarks>Neither judge has a grammar for such a variable in each place where Snowflake allows it.</remarks>
    public override string ToString()
    {
        if (IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder();
        var copied = Tokens[0].Start;
        for (var at = 0; at < Tokens.Count; at++)
        {
            if (IsBind(at))
            {
                text.Append(Sql, copied, Tokens[at].Start - copied);
                copied = Tokens[at].End;
            }
        }

        return text.Append(Sql, copied, Tokens[^1].End - copied).ToString();
    }

    // payload:items[0]:name is a path; a colon after anything else that ends a value would be one too.
    private bool IsBind(int at) =>
        Tokens[at].Is(":")
        && at + 1 < Tokens.Count && Tokens[at + 1].Kind == SqlTokenKind.Word && Tokens[at + 1].Start == Tokens[at].End
        && (at == 0 || !EndsValue(Tokens[at - 1]) || Tokens[at - 1].End < Tokens[at].Start);

    private static bool EndsValue(SqlToken token) => token.Kind != SqlTokenKind.Symbol || token.IsAny(")", "]");
}
