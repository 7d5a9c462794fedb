using System.Text;

namespace Pipeline.Sql.Snowflake;

/// <summary>The parts of a script, an empty line between them.</summary>
internal sealed class ScriptText
{
    private readonly StringBuilder text = new();

    public void Add(string part)
    {
        Begin();
        Append(part);
    }

    /// <summary>A part with a line above it.</summary>
    public void Add(string title, string part)
    {
        Begin();
        text.Append(title).Append('\n');
        Append(part);
    }

    public void AddAll(IEnumerable<string> parts)
    {
        foreach (var part in parts) Add(part);
    }

    /// <summary>The whole, which ends here.</summary>
    public string Finish() => text.Append('\n').ToString();

    private void Begin()
    {
        if (text.Length > 0) text.Append("\n\n");
    }

    private void Append(string part)
    {
        var length = part.Length;
        while (length > 0 && part[length - 1] == '\n') length--;
        text.Append(part, 0, length);
    }
}
