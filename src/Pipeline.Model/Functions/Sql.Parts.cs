using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>The first so many characters: LEFT. Of a negative number none.</summary>
    /// <example><code>Prefix = Sql.Left(p.Sku, 3)</code></example>
    /// <param name="text">The text.</param>
    /// <param name="length">How many.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Left(string? text, int length) => text is null ? null : Characters.Text(Characters.Of(text).Take(length));

    /// <summary>The last so many characters: RIGHT. Of a negative number none.</summary>
    /// <example><code>LastFour = Sql.Right(c.CardNumber, 4)</code></example>
    /// <param name="text">The text.</param>
    /// <param name="length">How many.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Right(string? text, int length) => text is null ? null : Characters.Text(Characters.Of(text).TakeLast(length));

    /// <summary>One part of a text that a separator divides, from 1, or from the end where the number is negative: SPLIT_PART.</summary>
    /// <remarks>Empty where there are fewer parts. An empty separator divides nothing.</remarks>
    /// <example><code>Domain = Sql.SplitPart(c.Email, "@", 2)</code></example>
    /// <param name="text">The text.</param>
    /// <param name="separator">What stands between two parts.</param>
    /// <param name="part">Which part; 0 is the first too.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? SplitPart(string? text, string separator, int part)
    {
        if (text is null)
        {
            return null;
        }

        var parts = separator.Length == 0 ? [text] : text.Split(separator);
        var place = part switch { 0 => 0, > 0 => part - 1, _ => parts.Length + part };
        return place >= 0 && place < parts.Length ? parts[place] : "";
    }

    /// <summary>One of the pieces between any of the delimiters, from 1; null where there are fewer: STRTOK.</summary>
    /// <remarks>Each character of <paramref name="delimiters"/> divides; empty pieces don't count.</remarks>
    /// <example><code>Street = Sql.StrTok(c.Address, ",;", 1)</code></example>
    /// <param name="text">The text.</param>
    /// <param name="delimiters">The characters that divide.</param>
    /// <param name="part">Which piece.</param>
    public static string? StrTok(string? text, string delimiters, int part) =>
        text?.Split([.. delimiters], StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(part - 1);

    /// <summary>The place of a text in another, from 1; 0 where it is nowhere: CHARINDEX.</summary>
    /// <example><code>At = Sql.CharIndex("@", c.Email)</code></example>
    /// <param name="needle">What is looked for.</param>
    /// <param name="text">Where.</param>
    public static int? CharIndex(string? needle, string? text) => CharIndex(needle, text, 1);

    /// <summary>The place of a text in another, from 1, searched for from a place on; 0 where it is nowhere: CHARINDEX.</summary>
    /// <example><code>Second = Sql.CharIndex("-", s.Reference, 5)</code></example>
    /// <param name="needle">What is looked for.</param>
    /// <param name="text">Where.</param>
    /// <param name="start">From which character on, from 1.</param>
    public static int? CharIndex(string? needle, string? text, int start) =>
        needle is null || text is null ? null : Characters.Place(needle, text, start);

    /// <summary>The text with some characters replaced by others, or added where the length is 0: INSERT.</summary>
    /// <example><code>Masked = Sql.Insert(c.Phone, 4, 3, "***")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="position">The first character to replace, from 1.</param>
    /// <param name="length">How many to replace.</param>
    /// <param name="replacement">What takes their place.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Insert(string? text, int position, int length, string replacement)
    {
        if (text is null)
        {
            return null;
        }

        var characters = Characters.Of(text);
        return Characters.Text(characters.Take(position - 1)) + replacement + Characters.Text(characters.Skip(position - 1 + length));
    }

    /// <summary>The text filled up, or cut, to a length, from the left: LPAD.</summary>
    /// <remarks><c>text.PadLeft(n)</c> never cuts.</remarks>
    /// <example><code>Code = Sql.LPad(s.Code, 8, "0")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="length">How many characters result.</param>
    /// <param name="padding">What it is filled with, again and again.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? LPad(string? text, int length, string padding) => Left(Padding(text, length, padding) + Left(text, length), length, text);

    /// <summary>The text filled up, or cut, to a length, from the right: RPAD.</summary>
    /// <example><code>Code = Sql.RPad(s.Code, 8, " ")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="length">How many characters result.</param>
    /// <param name="padding">What it is filled with, again and again.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? RPad(string? text, int length, string padding) => Left(Left(text, length) + Padding(text, length, padding), length, text);

    /// <summary>The text so many times: REPEAT.</summary>
    /// <example><code>Stars = Sql.Repeat("*", r.Rating)</code></example>
    /// <param name="text">The text.</param>
    /// <param name="times">How often; 0 or less gives an empty text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Repeat(string? text, int times) => text is null ? null : new StringBuilder().Insert(0, text, Math.Max(0, times)).ToString();

    /// <summary>The characters from the last to the first: REVERSE.</summary>
    /// <example><code>Mirrored = Sql.Reverse(p.Sku)</code></example>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Reverse(string? text) => text is null ? null : Characters.Text(Characters.Of(text).Reverse());

    /// <summary>So many blanks: SPACE.</summary>
    /// <example><code>Indent = Sql.Space(a.Level * 2)</code></example>
    /// <param name="count">How many.</param>
    public static string Space(int count) => new(' ', Math.Max(0, count));

    /// <summary>Each of some characters replaced by the one in the same place of another text, or left out where that is shorter: TRANSLATE.</summary>
    /// <example><code>Digits = Sql.Translate(c.Phone, "()- ", "")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="from">The characters to replace.</param>
    /// <param name="to">What takes their places.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Translate(string? text, string from, string to)
    {
        if (text is null)
        {
            return null;
        }

        var (given, taken) = (Characters.Of(from).ToList(), Characters.Of(to));
        return Characters.Text(Characters.Of(text).SelectMany(c => given.IndexOf(c) switch
        {
            -1 => [c],
            var place when place < taken.Count => [taken[place]],
            _ => (Rune[])[],
        }));
    }

    /// <summary>Texts with a separator between them; null where one of them is null: CONCAT_WS.</summary>
    /// <example><code>Name = Sql.ConcatWs(" ", c.FirstName, c.LastName)</code></example>
    /// <param name="separator">What stands between two.</param>
    /// <param name="texts">The texts.</param>
    public static string? ConcatWs(string separator, params string?[] texts) => texts.Contains(null) ? null : string.Join(separator, texts);

    /// <summary>Each word with a capital first letter and small ones after it: INITCAP.</summary>
    /// <remarks>A word ends at white space and at <c>! ? @ " ^ # $ &amp; ~ _ , . : ; + - * % / | \ [ ] ( ) { } &lt; &gt;</c>.</remarks>
    /// <example><code>Name = Sql.InitCap(c.Name)</code></example>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? InitCap(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var result = new StringBuilder();
        var isInside = false;
        foreach (var character in text.EnumerateRunes())
        {
            result.Append(isInside ? Rune.ToLowerInvariant(character) : Rune.ToUpperInvariant(character));
            isInside = !(character.Value is ' ' or '\t' or '\r' or '\n' or '\f' or '\v' || "!?@\"^#$&~_,.:;+-*%/|\\[](){}<>".EnumerateRunes().Contains(character));
        }

        return result.ToString();
    }

    private static string? Padding(string? text, int length, string padding)
    {
        var missing = text is null || padding.Length == 0 ? 0 : length - Characters.Count(text);
        return missing <= 0 ? "" : Left(Repeat(padding, missing), missing);
    }

    private static string? Left(string padded, int length, string? given) => given is null ? null : Left(padded, length);
}
