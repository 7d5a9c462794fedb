using System.Text;

namespace Pipeline.Sql.DuckDb;

/// <summary>One of Snowflake's time formats in the words of strptime.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="HasOffset">Whether the text ends with an offset, which is left out: the time is that of the clock which wrote it.</param>
internal sealed record DuckDbTimeFormat(string Pattern, bool HasOffset)
{
    /// <summary>Finds an offset at the end of a text.</summary>
    public const string Offset = " ?(Z|[+-][0-9]{2}(:?[0-9]{2})?)$";

    // Longer elements first: HH24 is not HH followed by 24.
    private static readonly (string Element, string Pattern)[] Elements =
    [
        ("YYYY", "%Y"), ("YY", "%y"), ("MMMM", "%B"), ("MON", "%b"), ("MM", "%m"), ("MI", "%M"), ("DD", "%d"), ("DY", "%a"),
        ("HH24", "%H"), ("HH12", "%I"), ("HH", "%H"), ("AM", "%p"), ("PM", "%p"), ("SS", "%S"), ("FF", "%f"),
    ];

    private static readonly string[] Offsets = ["TZH:TZM", "TZHTZM", "TZH"];

    public static DuckDbTimeFormat Read(string format)
    {
        var offset = Offsets.FirstOrDefault(o => format.EndsWith(o, StringComparison.OrdinalIgnoreCase));
        var rest = offset is null ? format : format.Substring(0, format.Length - offset.Length).TrimEnd();
        var pattern = new StringBuilder();
        for (var i = 0; i < rest.Length;)
        {
            if (rest[i] == '"' && rest.IndexOf('"', i + 1) is > 0 and var end)
            {
                pattern.Append(rest.Substring(i + 1, end - i - 1).Replace("%", "%%"));
                i = end + 1;
                continue;
            }

            var (element, word) = Elements.FirstOrDefault(
                e => string.Compare(rest, i, e.Element, 0, e.Element.Length, StringComparison.OrdinalIgnoreCase) == 0);
            if (element is null)
            {
                pattern.Append(rest[i] == '%' ? "%%" : rest[i].ToString());
                i++;
                continue;
            }

            pattern.Append(word);
            i += element.Length;

            // FF3 and FF9 say how many digits are written; reading takes what is there.
            if (element == "FF" && i < rest.Length && rest[i] is >= '0' and <= '9') i++;
        }

        return new(pattern.ToString(), offset is not null);
    }
}
