using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>Whether the whole text matches a regular expression: REGEXP_LIKE. A null matches nothing.</summary>
    /// <remarks>
    /// Anchored at both ends, as in Snowflake: <c>IsMatch("A123", "[0-9]+")</c> is false. Upper and lower case differ.
    /// See <see href="https://docs.snowflake.com/en/sql-reference/functions/regexp_like">REGEXP_LIKE</see>.
    /// </remarks>
    /// <example><code>Sql.IsMatch(s.ProductId, "[0-9]{5}[A-Z]{0,2}")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression, in what Snowflake's and .NET's have in common.</param>
    public static bool IsMatch(string? text, string pattern) => text is not null && Patterns.Whole(pattern).IsMatch(text);

    /// <summary>The text with all that matches a regular expression replaced: REGEXP_REPLACE.</summary>
    /// <example><code>Digits = Sql.RegexpReplace(c.Phone, "[^0-9]", "")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="replacement">What takes its place; <c>\1</c> is what the first group matched.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? RegexpReplace(string? text, string pattern, string replacement) =>
        text is null ? null : Patterns.Of(pattern).Replace(text, Patterns.Replacement(replacement));

    /// <summary>The first part of the text that matches a regular expression, or null: REGEXP_SUBSTR.</summary>
    /// <example><code>Year = Sql.RegexpSubstr(f.Name, "[0-9]{4}")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    public static string? RegexpSubstr(string? text, string pattern) => RegexpSubstr(text, pattern, 1);

    /// <summary>The part of the text that matches a regular expression for the so-manieth time, or null: REGEXP_SUBSTR.</summary>
    /// <example><code>Month = Sql.RegexpSubstr(f.Name, "[0-9]+", 2)</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="occurrence">Which match, from 1.</param>
    public static string? RegexpSubstr(string? text, string pattern, int occurrence) =>
        text is null ? null : Patterns.Of(pattern).Matches(text).ElementAtOrDefault(occurrence - 1)?.Value;

    /// <summary>What a group of a regular expression matches first, or null where the whole matches nothing: REGEXP_SUBSTR(.., 'e', group).</summary>
    /// <example><code>Domain = Sql.RegexpGroup(c.Email, "@(.+)[.]", 1)</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="group">Which group, from 1; a constant.</param>
    public static string? RegexpGroup(string? text, string pattern, int group) =>
        text is not null && Patterns.Of(pattern).Match(text) is { Success: true } match ? match.Groups[group].Value : null;

    /// <summary>How often a regular expression matches: REGEXP_COUNT.</summary>
    /// <example><code>Words = Sql.RegexpCount(p.Description, "[A-Za-z]+")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    public static int? RegexpCount(string? text, string pattern) => text is null ? null : Patterns.Of(pattern).Count(text);

    /// <summary>Where a regular expression first matches, from 1; 0 where it doesn't: REGEXP_INSTR.</summary>
    /// <example><code>FirstDigit = Sql.RegexpInstr(p.Sku, "[0-9]")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    public static int? RegexpInstr(string? text, string pattern) => text is null ? null
        : Patterns.Of(pattern).Match(text) is { Success: true } match ? Characters.Count(text[..match.Index]) + 1 : 0;

    /// <summary>Whether the whole text is like a pattern, where <c>%</c> is any text and <c>_</c> any character: LIKE. A null is like nothing.</summary>
    /// <remarks>No character takes their meaning from them, unless it is named.</remarks>
    /// <example><code>where Sql.Like(p.Sku, "A_-%")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool Like(string? text, string? pattern) => Patterns.IsLike(text, pattern, null, ignoreCase: false);

    /// <summary>Whether the whole text is like a pattern: LIKE .. ESCAPE.</summary>
    /// <example><code>where Sql.Like(d.Rate, "%!%", "!")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="escape">The character after which <c>%</c> and <c>_</c> are themselves.</param>
    public static bool Like(string? text, string? pattern, string escape) => Patterns.IsLike(text, pattern, escape, ignoreCase: false);

    /// <summary>Whether the whole text is like a pattern, upper and lower case alike: ILIKE. A null is like nothing.</summary>
    /// <example><code>where Sql.ILike(c.Email, "%@EXAMPLE.COM")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool ILike(string? text, string? pattern) => Patterns.IsLike(text, pattern, null, ignoreCase: true);

    /// <summary>Whether the whole text is like a pattern, upper and lower case alike: ILIKE .. ESCAPE.</summary>
    /// <example><code>where Sql.ILike(d.Rate, "%!%", "!")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="escape">The character after which <c>%</c> and <c>_</c> are themselves.</param>
    public static bool ILike(string? text, string? pattern, string escape) => Patterns.IsLike(text, pattern, escape, ignoreCase: true);

    /// <summary>The scheme of a URL, such as <c>https</c>, or null: PARSE_URL(..):scheme.</summary>
    /// <example><code>Scheme = Sql.UrlScheme(v.Page)</code></example>
    /// <param name="url">The URL.</param>
    public static string? UrlScheme(string? url) => Patterns.Part(url, "^([A-Za-z][A-Za-z0-9+.-]*)://");

    /// <summary>The host of a URL, or null: PARSE_URL(..):host.</summary>
    /// <example><code>Host = Sql.UrlHost(v.Page)</code></example>
    /// <param name="url">The URL.</param>
    public static string? UrlHost(string? url) => Patterns.Part(url, "^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^:/?#]+)");

    /// <summary>The port of a URL, or null where it names none: PARSE_URL(..):port.</summary>
    /// <example><code>Port = Sql.UrlPort(v.Page)</code></example>
    /// <param name="url">The URL.</param>
    public static string? UrlPort(string? url) => Patterns.Part(url, "^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?[^:/?#]+:([0-9]+)");

    /// <summary>The path of a URL without its first slash, or null: PARSE_URL(..):path.</summary>
    /// <example><code>Path = Sql.UrlPath(v.Page)</code></example>
    /// <param name="url">The URL.</param>
    public static string? UrlPath(string? url) => Patterns.Part(url, "^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*/([^?#]*)");

    /// <summary>What follows the question mark of a URL, or null: PARSE_URL(..):query.</summary>
    /// <example><code>Query = Sql.UrlQuery(v.Page)</code></example>
    /// <param name="url">The URL.</param>
    public static string? UrlQuery(string? url) => Patterns.Part(url, @"^[A-Za-z][A-Za-z0-9+.-]*://[^?#]*\?([^#]*)");

    /// <summary>What follows the number sign of a URL, or null: PARSE_URL(..):fragment.</summary>
    /// <example><code>Anchor = Sql.UrlFragment(v.Page)</code></example>
    /// <param name="url">The URL.</param>
    public static string? UrlFragment(string? url) => Patterns.Part(url, "^[A-Za-z][A-Za-z0-9+.-]*://[^#]*#(.*)");
}
