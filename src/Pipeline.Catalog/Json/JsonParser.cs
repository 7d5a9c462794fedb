using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pipeline.Catalog.Json;

/// <summary>Reads JSON into <see cref="JsonMembers"/>, lists, texts, numbers (as text in <see cref="JsonNumber"/>), booleans and null.</summary>
internal sealed class JsonParser(string text)
{
    private const int DeepestNesting = 1_000;

    private int at;
    private int depth;

    public static object? Parse(string text)
    {
        var parser = new JsonParser(text);
        var value = parser.Value();
        parser.Space();
        return parser.at == text.Length ? value : throw parser.Unexpected();
    }

    [MethodImpl(Jit.AtOnce)]
    private object? Value()
    {
        Space();
        if (at == text.Length) throw Unexpected();
        if (++depth > DeepestNesting) throw new CatalogFormatException($"JSON nests deeper than {DeepestNesting} levels.");
        var value = text[at] switch
        {
            '{' => Object(),
            '[' => List(),
            '"' => Text(),
            't' => Word("true", true),
            'f' => Word("false", false),
            'n' => Word("null", null),
            _ => Number(),
        };
        depth--;
        return value;
    }

    [MethodImpl(Jit.AtOnce)]
    private JsonMembers Object()
    {
        var members = new JsonMembers();
        at++;
        Space();
        if (Take('}')) return members;
        do
        {
            Space();
            var key = Text();
            Space();
            if (!Take(':')) throw Unexpected();
            members.Add(key, Value());
            Space();
        }
        while (Take(','));

        return Take('}') ? members : throw Unexpected();
    }

    [MethodImpl(Jit.AtOnce)]
    private List<object?> List()
    {
        var items = new List<object?>();
        at++;
        Space();
        if (Take(']')) return items;
        do
        {
            items.Add(Value());
            Space();
        }
        while (Take(','));

        return Take(']') ? items : throw Unexpected();
    }

    // Most texts have nothing escaped, and are a piece of the whole.
    [MethodImpl(Jit.AtOnce)]
    private string Text()
    {
        if (!Take('"')) throw Unexpected();
        var start = at;
        while (at < text.Length && text[at] is not ('"' or '\\')) at++;
        if (at < text.Length && text[at] == '\\') return Escaped(start);
        return Take('"') ? text.Substring(start, at - 1 - start) : throw Unexpected();
    }

    private string Escaped(int start)
    {
        var value = new StringBuilder(text, start, at - start, Math.Max(16, 2 * (at - start)));
        while (at < text.Length && text[at] != '"') value.Append(text[at] == '\\' ? Escape() : text[at++]);
        return Take('"') ? value.ToString() : throw Unexpected();
    }

    private char Escape()
    {
        at++;
        if (at == text.Length) throw Unexpected();
        switch (text[at++])
        {
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'b': return '\b';
            case 'f': return '\f';
            case 'u' when at + 4 <= text.Length
                && ushort.TryParse(text.Substring(at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                at += 4;
                return (char)code;
            case 'u': throw Unexpected();
            default: return text[at - 1];
        }
    }

    [MethodImpl(Jit.AtOnce)]
    private JsonNumber Number()
    {
        var start = at;
        while (at < text.Length && (char.IsDigit(text[at]) || "+-.eE".IndexOf(text[at]) >= 0)) at++;
        return at > start ? new(text.Substring(start, at - start)) : throw Unexpected();
    }

    private object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Unexpected();
        at += word.Length;
        return value;
    }

    [MethodImpl(Jit.AtOnce)]
    private bool Take(char c)
    {
        if (at == text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    [MethodImpl(Jit.AtOnce)]
    private void Space()
    {
        while (at < text.Length && text[at] is ' ' or '\n' or '\r' or '\t') at++;
    }

    private CatalogFormatException Unexpected() =>
        new(at == text.Length ? "The JSON ends too early." : $"The JSON has an unexpected '{text[at]}' at character {at + 1}.");
}

/// <summary>A number as it was written.</summary>
internal sealed record JsonNumber(string Text);
