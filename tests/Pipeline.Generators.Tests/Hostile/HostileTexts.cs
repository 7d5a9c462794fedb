using System.Text;
using CsCheck;

namespace Pipeline.Generators.Tests.Hostile;

/// <summary>Texts that have broken out of SQL before, and texts by chance, for each kind of place in which a user writes one.</summary>
internal static class HostileTexts
{
    private const string Nasty = "'\"`\\;-/*#$&<%>{}()[]@:,.=?~^\n\r\t\0\u0085\u00a0\u200d\u2028\u202e\ufeff\ue000\u00e9\u0130\u0131\u00df aA0_";

    private static readonly string[] Known =
    [
        "'", "''", "\\", "\\'", "x\\", "\\\\'", "\\x27", "\\u0027", "\"", "\"\"", "$$", "$1", "--", "-- '", "/*", "*/", "//", ";", "&name", "&{x}", "&&x", "<% x %>", "<% 1 / 0 %>", "{{ x }}", "{% x %}", "{{{{",
        "\0", "\n", "\r\n", "\u2028", "\ue000", "\U0001F600", "e\u0301", "'; DROP TABLE X; --", "\"; DROP TABLE X; --", "$$; DROP TABLE X; $$", ") AS x", "%", "_", "@~/x", ":run_id", "?", "null", "NULL", "SELECT", "ORDER", "\u202e'",
    ];

    // Letters of all kinds: with marks, without cases, such as become two in upper case, numbers that are letters, other writing directions, what joins words.
    private static readonly string[] Letters =
        ["数量", "Naïve", "É", "E\u0301", "ß", "ŉ", "ı", "ǅ", "Ⅷ", "ª", "ʰ", "שלום", "سلام", "กำ", "‿", "_", "__", "0", "٣", "Ω", "ΐ", "ﬁ", "Name", "order", "TABLE"];

    /// <summary>A text of a literal, an option or a value.</summary>
    public static readonly Gen<string> Literal = Gen.OneOf(
            Gen.Char[Nasty].Array[1, 20].Select(c => new string(c)),
            Any(Known),
            Gen.Select(Any(Known), Any(Known), (a, b) => a + b),
            Gen.String[1, 20])
        .Where(t => t.Length > 0 && IsWellFormed(t));

    /// <summary>A text where <c>${..}</c> stands for a value of the environment.</summary>
    public static readonly Gen<string> Option = Literal.Where(t => !t.Contains("${", StringComparison.Ordinal));

    /// <summary>What a name may hold: what can be seen, but for dots and for what clients replace in scripts.</summary>
    public static readonly Gen<string> Name = Literal.Select(t => new string([.. t.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('.' or '$' or '&' or '{' or '%' or '\u200d' or '\u202e' or '\ufeff' or '\ue000' or '\u2028'))]));

    /// <summary>The end of a name of C#.</summary>
    public static readonly Gen<string> Identifier = Any(Letters).Array[0, 3].Select(l => string.Concat(l).TrimEnd('_'));

    /// <summary>What XML can hold.</summary>
    public static readonly Gen<string> Document = Literal.Select(t => new string([.. t.Where(c => c is '\n' or '\t' or (>= ' ' and < '\ufffe'))])).Where(IsWellFormed);

    /// <summary>A doc comment, a line of C# per line of text, with what C# would take for the end of a line as a reference.</summary>
    public static string AsComment(string text)
    {
        var xml = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '<' or '>' or '&' or > 126) xml.Append(System.Globalization.CultureInfo.InvariantCulture, $"&#x{rune.Value:x};");
            else xml.Append(rune.Value == '\n' ? "\n/// " : rune.ToString());
        }

        return $"/// <summary>{xml}</summary>\n";
    }

    /// <summary>What becomes of a doc comment: its words on one line.</summary>
    public static string OfComment(string text) => string.Join(" ", text.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static Gen<string> Any(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }

        return true;
    }
}
