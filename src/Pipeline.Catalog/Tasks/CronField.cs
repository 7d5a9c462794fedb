using System.Globalization;

namespace Pipeline.Catalog;

/// <summary>One field of a cron expression: the values that it names.</summary>
internal sealed class CronField
{
    private readonly HashSet<int> values = [];

    private CronField()
    {
    }

    /// <summary>It names all values, and so asks for nothing.</summary>
    public bool IsAny { get; private set; }

    /// <summary>It names the last day of the month: <c>L</c>.</summary>
    public bool IsLast { get; private set; }

    /// <summary>The day of the week of which it names the month's last: <c>5L</c>; -1 for none.</summary>
    public int LastValue { get; private set; } = -1;

    public bool Contains(int value) => values.Contains(value);

    /// <returns>Null where the text is no such field.</returns>
    public static CronField? Parse(string text, int least, int most, string[] names, bool allowsLast)
    {
        var field = new CronField { IsAny = text == "*" };
        return text.Split(',').All(item => field.Add(item, least, most, names, allowsLast)) ? field : null;
    }

    private bool Add(string item, int least, int most, string[] names, bool allowsLast)
    {
        if (allowsLast && item == "L" && names.Length == 0) return IsLast = true;
        if (allowsLast && names.Length > 0 && item.EndsWith("L", StringComparison.Ordinal) && Value(item.Substring(0, item.Length - 1), names) is { } last && IsWithin(last))
        {
            LastValue = last;
            return true;
        }

        var parts = item.Split('/');
        if (parts.Length > 2) return false;
        var step = 1;
        if (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0)) return false;

        var bounds = parts[0] == "*" ? [least, most] : parts[0].Split('-').Select(p => Value(p, names) ?? -1).ToArray();
        if (bounds.Length > 2 || !bounds.All(IsWithin)) return false;

        // '5/10' is every tenth from the fifth on.
        var end = bounds.Length == 2 ? bounds[1] : parts.Length == 2 ? most : bounds[0];
        if (end < bounds[0]) return false;
        for (var value = bounds[0]; value <= end; value += step) values.Add(value);
        return true;

        bool IsWithin(int value) => value >= least && value <= most;
    }

    private static int? Value(string text, string[] names)
    {
        var name = Array.FindIndex(names, n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        if (name >= 0) return names[0] == "JAN" ? name + 1 : name;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
