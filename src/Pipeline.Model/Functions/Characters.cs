using System.Text;

namespace Pipeline.Model;

/// <summary>Texts as the databases see them: of characters, also where .NET stores one of them in two.</summary>
internal static class Characters
{
    public static IReadOnlyList<Rune> Of(string text) => [.. text.EnumerateRunes()];

    public static string Text(IEnumerable<Rune> characters) => string.Concat(characters);

    /// <summary>How many characters there are.</summary>
    public static int Count(string text) => text.EnumerateRunes().Count();

    /// <summary>The place of a text in another from 1, searched for from a place on; 0 where it is nowhere.</summary>
    public static int Place(string needle, string text, int start)
    {
        var skipped = Text(Of(text).Take(Math.Max(0, start - 1)));
        var found = text.IndexOf(needle, skipped.Length, StringComparison.Ordinal);
        return found < 0 ? 0 : Count(text[..found]) + 1;
    }
}
