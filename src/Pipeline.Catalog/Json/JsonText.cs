using System.Globalization;
using System.Text;

namespace Pipeline.Catalog.Json;

/// <summary>Writes JSON: two spaces a level, LF, escapes in one place. What JSON or a line break needs escaped is escaped; all else stays as it is.</summary>
public sealed class JsonText(bool indented)
{
    private readonly StringBuilder text = new();
    private int depth;
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

    public void Text(string value)
    {
        text.Append('"');
        foreach (var c in value) Escape(c);
        text.Append('"');
    }

    public void Bare(string token) => text.Append(token);

    public override string ToString() => text.ToString();

    private void Escape(char c)
    {
        switch (c)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            // Controls, line separators and lone surrogates: what a reader or UTF-8 could change.
            case < ' ' or '\u007f' or '\u2028' or '\u2029' or '\ufeff' or (>= '\ud800' and <= '\udfff'):
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                break;
            default: text.Append(c); break;
        }
    }

    private void NewLine()
    {
        if (indented) text.Append('\n').Append(' ', depth * 2);
    }
}
