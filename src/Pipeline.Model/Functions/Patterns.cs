using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Model;

/// <summary>Regular expressions and LIKE as the databases read them. Each pattern is made once.</summary>
internal static class Patterns
{
    private static readonly ConcurrentDictionary<string, Regex> Made = new(StringComparer.Ordinal);

    // Digits, letters and white space are those of ASCII, as in the databases.
    public static Regex Of(string pattern) => Made.GetOrAdd(pattern, text => new(text, RegexOptions.ECMAScript));

    public static Regex Whole(string pattern) => Of(@"\A(?:" + pattern + @")\z");

    /// <summary><c>\1</c> is a group in the databases, <c>$1</c> in .NET.</summary>
    public static string Replacement(string replacement) =>
        Regex.Replace(replacement.Replace("$", "$$", StringComparison.Ordinal), @"\\(\d|\\)", match => match.Value == @"\\" ? @"\" : "${" + match.Groups[1].Value + "}");

    /// <summary>What the first group matches; null where that is nothing.</summary>
    public static string? Part(string? text, string pattern) =>
        text is not null && Of(pattern).Match(text) is { Success: true } match && match.Groups[1].Value is { Length: > 0 } part ? part : null;

    public static bool IsLike(string? text, string? pattern, string? escape, bool ignoreCase)
    {
        if (text is null || pattern is null)
        {
            return false;
        }

        var expression = new StringBuilder(@"\A");
        for (var i = 0; i < pattern.Length; i++)
        {
            expression.Append(pattern[i] switch
            {
                var c when escape is [var mark, ..] && c == mark && i + 1 < pattern.Length => Regex.Escape(pattern[++i].ToString()),
                '%' => "(?s:.*)",
                '_' => @"(?s:[\uD800-\uDBFF][\uDC00-\uDFFF]|.)",
                var c => Regex.Escape(c.ToString()),
            });
        }

        var options = RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        return Regex.IsMatch(text, expression.Append(@"\z").ToString(), options);
    }
}
