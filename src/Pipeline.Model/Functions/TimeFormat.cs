using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Model;

/// <summary>Reads a time by one of Snowflake's formats. Each format becomes a regular expression once.</summary>
internal static partial class TimeFormat
{
    // Longer elements first: HH24 is not HH followed by 24.
    private static readonly (string Element, string Pattern)[] Elements =
    [
        ("YYYY", @"(?<year>\d{4})"),
        ("YY", @"(?<shortYear>\d{2})"),
        ("MMMM", "(?<monthName>[A-Za-z]{3,9})"),
        ("MON", "(?<monthName>[A-Za-z]{3})"),
        ("MM", @"(?<month>\d{1,2})"),
        ("MI", @"(?<minute>\d{1,2})"),
        ("DD", @"(?<day>\d{1,2})"),
        ("DY", "[A-Za-z]{3}"),
        ("HH24", @"(?<hour>\d{1,2})"),
        ("HH12", @"(?<hour>\d{1,2})"),
        ("HH", @"(?<hour>\d{1,2})"),
        ("AM", "(?<half>[AaPp][Mm])"),
        ("PM", "(?<half>[AaPp][Mm])"),
        ("SS", @"(?<second>\d{1,2})"),
        ("FF", @"(?<fraction>\d{1,9})"),
        ("TZHTZM", Offset),
        ("TZH:TZM", Offset),
        ("TZH", Offset),
    ];

    // How .NET writes them; a custom format of one letter needs the percent sign.
    private static readonly (string Element, string Written)[] Written =
    [
        ("YYYY", "yyyy"), ("YY", "yy"), ("MMMM", "MMMM"), ("MON", "MMM"), ("MM", "MM"), ("MI", "mm"), ("DD", "dd"), ("DY", "ddd"), ("HH24", "HH"), ("HH12", "hh"),
        ("HH", "HH"), ("AM", "tt"), ("PM", "tt"), ("SS", "ss"), ("FF3", "fff"), ("FF6", "ffffff"), ("FF", "ffffff"),
    ];

    private const string Offset = @"(?:Z|[+-]\d{2}(?::?\d{2})?)";

    private const string Iso =
        @"(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})" +
        @"(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,9}))?)?(?: ?" + Offset + ")?)?";

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    public static DateTime? Read(string? text, string format)
    {
        if (text is null)
        {
            return null;
        }

        var match = Patterns.GetOrAdd(format, PatternOf).Match(text);
        return match.Success ? TimeOf(match) : null;
    }

    public static string Write(DateTime time, string format)
    {
        var text = new StringBuilder();
        for (var position = 0; position < format.Length;)
        {
            if (format[position] == '"' && format.IndexOf('"', position + 1) is var end and > 0)
            {
                text.Append(format[(position + 1)..end]);
                position = end + 1;
                continue;
            }

            var rest = format[position..];
            var (element, written) = Written.FirstOrDefault(e => rest.StartsWith(e.Element, StringComparison.OrdinalIgnoreCase));
            text.Append(element is null ? rest[..1] : time.ToString(written, CultureInfo.InvariantCulture));
            position += element?.Length ?? 1;
        }

        return text.ToString();
    }

    private static Regex PatternOf(string format)
    {
        var body = format.Equals("AUTO", StringComparison.OrdinalIgnoreCase) ? Iso : Translate(format);
        return new($@"\A\s*{body}\s*\z", RegexOptions.CultureInvariant);
    }

    private static string Translate(string format)
    {
        var pattern = new StringBuilder();
        for (var position = 0; position < format.Length;)
        {
            if (format[position] == '"' && format.IndexOf('"', position + 1) is var end and > 0)
            {
                pattern.Append(Regex.Escape(format[(position + 1)..end]));
                position = end + 1;
                continue;
            }

            var rest = format[position..];
            var (element, elementPattern) = Elements.FirstOrDefault(e => rest.StartsWith(e.Element, StringComparison.OrdinalIgnoreCase));
            if (element is null)
            {
                pattern.Append(Regex.Escape(format[position].ToString()));
                position++;
                continue;
            }

            pattern.Append(elementPattern);
            position += element.Length;

            // FF3 and FF9 say how many digits are written; reading takes what is there.
            if (element == "FF" && position < format.Length && char.IsAsciiDigit(format[position]))
            {
                position++;
            }
        }

        return pattern.ToString();
    }

    private static DateTime? TimeOf(Match match)
    {
        var (year, month, day) = (YearOf(match), MonthOf(match), NumberOf(match, "day", 1));
        var (hour, minute, second) = (HourOf(match), NumberOf(match, "minute", 0), NumberOf(match, "second", 0));
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute > 59 || second > 59)
        {
            return null;
        }

        return new DateTime(year, month, day, hour, minute, second).AddTicks(FractionOf(match));
    }

    // Snowflake's TWO_DIGIT_CENTURY_START is 1970.
    private static int YearOf(Match match) =>
        match.Groups["shortYear"].Success
            ? NumberOf(match, "shortYear", 0) is var year and >= 70 ? 1900 + year : 2000 + NumberOf(match, "shortYear", 0)
            : NumberOf(match, "year", 1970);

    private static int MonthOf(Match match)
    {
        if (!match.Groups["monthName"].Success)
        {
            return NumberOf(match, "month", 1);
        }

        var name = match.Groups["monthName"].Value;
        var names = CultureInfo.InvariantCulture.DateTimeFormat;
        return 1 + Math.Max(IndexOf(names.MonthNames), IndexOf(names.AbbreviatedMonthNames));

        int IndexOf(string[] months) => Array.FindIndex(months, month => month.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static int HourOf(Match match)
    {
        var hour = NumberOf(match, "hour", 0);
        if (!match.Groups["half"].Success)
        {
            return hour;
        }

        return hour is < 1 or > 12 ? -1 : hour % 12 + (match.Groups["half"].Value[0] is 'P' or 'p' ? 12 : 0);
    }

    // .NET's clock ticks 10,000,000 times a second, Snowflake's tables keep 6 of up to 9 digits.
    private static long FractionOf(Match match) =>
        match.Groups["fraction"] is { Success: true } fraction
            ? long.Parse(fraction.Value.PadRight(7, '0')[..6], CultureInfo.InvariantCulture) * TimeSpan.TicksPerMicrosecond
            : 0;

    private static int NumberOf(Match match, string part, int missing) =>
        match.Groups[part] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : missing;
}
