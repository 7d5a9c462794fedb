using SqlJudges.Tests.Reading;

namespace SqlJudges.Tests.Gaps;

/// <summary>What is left of a statement without its names and literals; of a list, each element of a kind once.</summary>
/// <remarks>Two statements of one shape meet the same rules of a grammar, so that a gap known of one is known of the other.</remarks>
internal static class StatementShape
{
    public static string Of(string statement)
    {
        var words = Words(SqlTokenizer.Read(statement));
        var position = 0;
        return string.Join(' ', Collapse(words, ref position));
    }

    private static List<string> Words(IReadOnlyList<SqlToken> tokens)
    {
        var words = new List<string>();
        var hasOptions = tokens is [var verb, ..] && verb.IsAny("CREATE", "ALTER");
        for (var at = 0; at < tokens.Count; at++)
        {
            // KEY = value of an object is kept even where the key isn't known, so that a misspelt one is another shape.
            var isOption = hasOptions && tokens[at].Kind == SqlTokenKind.Word && at + 1 < tokens.Count && tokens[at + 1].Is("=")
                && words is not [.., "."];
            var word = isOption ? tokens[at].Text.ToUpperInvariant() : WordOf(tokens[at]);
            if (word == "." || word == "<name>" && words is [.., "."])
            {
                // SCHEMA.NAME is one name; so is what follows any other dot.
                words.RemoveAt(words.Count - 1);
                words.Add(word == "." ? "." : "<name>");
            }
            else
            {
                words.Add(word);
            }
        }

        return WithoutRepetition(words);
    }

    // AFTER A, B, C is AFTER <name>: how many there are is nothing to a grammar. Lists in brackets are told by their elements.
    private static List<string> WithoutRepetition(List<string> words)
    {
        var kept = new List<string>();
        var brackets = 0;
        foreach (var word in words)
        {
            brackets += word == "(" ? 1 : word == ")" ? -1 : 0;
            if (brackets == 0 && word[0] == '<' && word.Length > 2 && kept is [.., var before, ","] && before == word)
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else
            {
                kept.Add(word);
            }
        }

        return kept;
    }

    private static string WordOf(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.Text or SqlTokenKind.Body => "<text>",
        SqlTokenKind.Number => "<number>",
        SqlTokenKind.QuotedName => "<name>",
        SqlTokenKind.Symbol => token.Text,
        _ when token.IsAny("TRUE", "FALSE") => "<boolean>",
        _ => ShapeWords.IsKept(token.Text) ? token.Text.ToUpperInvariant() : "<name>",
    };

    // From an opening bracket, or the beginning, to the end of it: elements between commas, equal ones once.
    private static List<string> Collapse(List<string> words, ref int position)
    {
        var elements = new List<string>();
        var element = new List<string>();
        while (position < words.Count && words[position] != ")")
        {
            var word = words[position++];
            switch (word)
            {
                case ",":
                    Close();
                    break;
                case "(":
                    element.Add($"({string.Join(' ', Collapse(words, ref position))})");
                    position++;
                    break;
                default:
                    element.Add(word);
                    break;
            }
        }

        Close();
        return [string.Join(", ", elements)];

        void Close()
        {
            var text = string.Join(' ', element);
            element.Clear();
            if (text.Length > 0 && !elements.Contains(text))
            {
                elements.Add(text);
            }
        }
    }
}
