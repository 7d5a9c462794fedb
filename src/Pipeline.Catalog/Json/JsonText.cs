using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pipeline.Catalog.Json;

/// <summary>Writes JSON: two spaces a level, LF, escapes in one place. What JSON or a line break needs escaped is escaped; all else stays as it is.</summary>
/// <param name="indented">Whether each member has a line of its own.</param>
/// <param name="depth">How deep in a larger text this one will stand.</param>
public sealed class JsonText(bool indented, int depth = 0)
{
    private readonly StringBuilder text = new();
    private bool first = true;

    public void Open(char bracket)
    {
        text.Append(bracket);
        depth++;
        first = true;
    }

    public void Close(char bracket)
    {
        depth--;
        if (!first) NewLine();
        text.Append(bracket);
        first = false;
    }

    public void Next()
    {
        if (!first) text.Append(',');
        first = false;
        NewLine();
    }

    public void Key(string key)
    {
        Next();
        Text(key);
        text.Append(indented ? ": " : ":");
    }

    [MethodImpl(Jit.AtOnce)]
    public void Text(string value)
    {
        text.Append('"');
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (Escaped(value[i]) is not { } escaped) continue;
            text.Append(value, start, i - start).Append(escaped);
            start = i + 1;
        }

        text.Append(value, start, value.Length - start).Append('"');
    }

    /// <summary>Members that were written as a text of their own at this depth.</summary>
    public void Members(string members)
    {
        if (members.Length == 0) return;
        if (!first) text.Append(',');
        first = false;
        text.Append(members);
    }

    public void Bare(string token) => text.Append(token);

    public override string ToString() => text.ToString();

    [MethodImpl(Jit.AtOnce)]
    private static string? Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        // Controls, line separators and lone surrogates: what a reader or UTF-8 could change.
        < ' ' or '\u007f' or '\u2028' or '\u2029' or '\ufeff' or (>= '\ud800' and <= '\udfff') => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => null,
    };

    private void NewLine()
    {
        if (indented) text.Append('\n').Append(' ', depth * 2);
    }
}
