namespace Pipeline.Sql;

/// <summary>How SQL stands on the page: four spaces, what is short on one line, what is long broken over lines.</summary>
internal static class Layout
{
    /// <summary>How long an expression may be on one line.</summary>
    public const int Width = 100;

    /// <summary>A line break inside SQL of the user's own, which indenting leaves alone. Quoting never lets the character itself through.</summary>
    public const char KeptLineBreak = '\uE000';

    /// <summary>Indents all lines.</summary>
    public static string Indent(string text) => "    " + Hang(text);

    /// <summary>Indents all lines but the first.</summary>
    public static string Hang(string text) => IsOneLine(text) ? text : text.Replace("\n", "\n    ").Replace("\n    \n", "\n\n");

    public static bool IsOneLine(string text) => text.IndexOf('\n') < 0;

    public static bool FitsLine(string text) => text.Length <= Width && IsOneLine(text);

    /// <summary>One item a line, with commas.</summary>
    public static string Lines(IEnumerable<string> items) => string.Join(",\n", items);

    /// <summary>A clause with its items: on one line, or one below the other.</summary>
    public static string Clause(string word, IEnumerable<string> items)
    {
        var list = items.ToList();
        var line = word + " " + string.Join(", ", list);
        return FitsLine(line) ? line : word + "\n" + Indent(Lines(list));
    }

    /// <summary>In parentheses, on lines of their own.</summary>
    public static string Block(string text) => "(\n" + Indent(text) + "\n)";

    /// <summary>Pads the left parts so that the right parts stand below each other; a part that is long or broken isn't waited for.</summary>
    public static IEnumerable<string> Align(IReadOnlyList<(string Left, string? Right)> pairs, int longest = 60)
    {
        var width = pairs.Where(p => p.Right is not null && IsOneLine(p.Left) && p.Left.Length <= longest)
            .Select(p => p.Left.Length).DefaultIfEmpty(0).Max();
        foreach (var (left, right) in pairs)
        {
            if (right is null) yield return left;
            else if (IsOneLine(left)) yield return left.PadRight(width) + " " + right;
            else yield return left + " " + right;
        }
    }

    /// <summary>The finished text.</summary>
    public static string Finish(string text) => text.Replace(KeptLineBreak, '\n');
}
