using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>The words of a text that could be names of C#, each as a number: too many (those of comments and literals too), never too few.</summary>
internal static class Words
{
    public static HashSet<ulong> In(string text, SyntaxNode root)
    {
        var words = new HashSet<ulong>();
        var escaped = false;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'u' or 'U') escaped = true;
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var hash = Start;
            for (; i < text.Length && IsPart(text[i]); i++)
            {
                escaped |= text[i] > 127 && char.GetUnicodeCategory(text[i]) == UnicodeCategory.Format;
                hash = Add(hash, text[i]);
            }

            words.Add(hash);
        }

        // A name may be written with escapes, or with characters that don't count: then the compiler tells what it is.
        if (escaped) words.UnionWith(root.DescendantTokens(descendIntoTrivia: true).Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => Of(t.ValueText)));
        return words;
    }

    public static ulong Of(string word)
    {
        var hash = Start;
        foreach (var c in word) hash = Add(hash, c);
        return hash;
    }

    private const ulong Start = 14695981039346656037UL;

    private static ulong Add(ulong hash, char c) => unchecked((hash ^ c) * 1099511628211UL);

    private static bool IsPart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' || c > 127;
}
