using System.Text.RegularExpressions;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Texts that a function reads as a language of its own, where they are known when the model is built: formats of times, regular expressions.</summary>
internal static class ConstantTexts
{
    private static readonly string[] Elements =
        ["YYYY", "YY", "MMMM", "MON", "MM", "MI", "DD", "DY", "HH24", "HH12", "HH", "AM", "PM", "SS", "FF0", "FF1", "FF2", "FF3", "FF4", "FF5", "FF6", "FF7", "FF8", "FF9", "FF", "TZHTZM", "TZH:TZM", "TZH", "TZM"];

    // What stands for itself, and sets of characters.
    private static readonly Regex Plain = new(@"\\[^1-9]|\[\^?\]?[^\]]*\]", RegexOptions.CultureInvariant);

    // Lookaround, atomic groups, conditions, references back: the engines of the databases go through a text once.
    private static readonly Regex Unsupported = new(@"\\[1-9]|\(\?(?:=|!|<=|<!|>|\()", RegexOptions.CultureInvariant);

    /// <summary>Why this is no format of Snowflake's, and the way out; null where it is one.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/date-time-input-output#about-the-elements-used-in-input-and-output-formats"/>.</remarks>
    public static (string What, string Instead)? ProblemOfFormat(string format)
    {
        if (string.Equals(format, "AUTO", StringComparison.OrdinalIgnoreCase)) return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < format.Length;)
        {
            if (format[at] == '"' && format.IndexOf('"', at + 1) is > 0 and var end)
            {
                at = end + 1;
                continue;
            }

            var element = Elements.FirstOrDefault(e => string.Compare(format, at, e, 0, e.Length, StringComparison.OrdinalIgnoreCase) == 0);
            if (element is null)
            {
                if (format[at] is (>= 'A' and <= 'Z' or >= 'a' and <= 'z') and not ('T' or 'Z')) return ($"'{format[at]}' in it stands for nothing", "write YYYY, MM, DD, HH24, MI, SS, FF, and other letters in double quotes");
                at++;
                continue;
            }

            // Capitals make no difference there.
            if (!seen.Add(element)) return element == "MM" ? ("'MM', in whatever letters, is the month, and it is there twice", "write MI for the minutes") : ($"'{element}' is there twice", "write each part once");
            at += element.Length;
        }

        return null;
    }

    /// <summary>Why the databases don't read this regular expression, and the way out; null where they do.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/functions-regexp"/>.</remarks>
    public static (string What, string Instead)? ProblemOfPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException)
        {
            return ("this is no regular expression", "close its brackets, and write a backslash before a character that stands for itself");
        }

        return Unsupported.Match(Plain.Replace(pattern, "")) is { Success: true, Value: var found }
            ? ($"'{found}' in it is C#'s, and the databases' regular expressions look neither ahead nor back", "write it without, or in two steps")
            : null;
    }
}
