using System.Text.RegularExpressions;
using Pipeline.Catalog;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Generators.Tests.Hostile;

/// <summary>Compares SQL of hostile texts with that of tame ones, word by word: the same words, with the texts in their places and nowhere else.</summary>
internal sealed partial class SqlComparison(IReadOnlyList<(string Tame, string Hostile)> places)
{
    private readonly Dictionary<string, string> byTame = places.Where(p => p.Tame != p.Hostile).DistinctBy(p => p.Tame).ToDictionary(p => p.Tame, p => p.Hostile, StringComparer.Ordinal);

    /// <summary>The first word that isn't as it should be; null where all are.</summary>
    public string? Difference(string tame, string hostile)
    {
        var (expected, actual) = (Read(tame), Read(hostile));
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            if (i >= expected.Count || i >= actual.Count) return $"{expected.Count} words became {actual.Count}";
            if (Difference(expected[i], actual[i]) is { } difference) return $"{difference}, after {string.Join(' ', actual.Take(i).TakeLast(8).Select(w => w.Value))}";
        }

        return null;
    }

    /// <summary>What has to stand where the tame model has this text.</summary>
    public string Expected(string tame) => Replaced(tame);

    /// <summary>The same of a path into a document, where members stand in quotes.</summary>
    public string ExpectedPath(string tame) =>
        Place().Replace(tame, m => byTame.GetValueOrDefault(m.Value, m.Value) is var text && m.Value.StartsWith("lit", StringComparison.Ordinal) ? text.Replace("'", "''", StringComparison.Ordinal) : text);

    // An alias may be left out where it is the name, in any case for one without quotes.
    private static List<SqlWord> Read(string sql)
    {
        var words = SqlWords.Read(Definition().Replace(sql, ""));
        for (var i = words.Count - 2; i > 0; i--)
        {
            if (words[i] is { Kind: SqlWordKind.Bare, Value: "AS" } && IsName(words[i - 1]) && IsName(words[i + 1]) && words[i - 1].Value.Equals(words[i + 1].Value, StringComparison.OrdinalIgnoreCase)) words.RemoveRange(i, 2);
        }

        return words;
    }

    private static bool IsName(SqlWord word) => word.Kind is SqlWordKind.Bare or SqlWordKind.QuotedName;

    private string? Difference(SqlWord expected, SqlWord actual)
    {
        var wanted = Replaced(expected.Value);
        if (expected.Value.Contains("_of_", StringComparison.Ordinal)) wanted = Variable().Replace(expected.Value, m => LoadVariables.Of("of", byTame.GetValueOrDefault("Tame" + m.Groups[1].Value, "Tame" + m.Groups[1].Value)).Name);
        var isName = IsName(expected);
        if (isName ? IsName(actual) : actual.Kind == expected.Kind)
        {
            // Without its quotes a word of SQL is no name.
            if (actual.Value == wanted) return isName && wanted != expected.Value && actual.Kind == SqlWordKind.Bare && IsReserved(wanted) ? $"{wanted} is reserved and has no quotes" : null;

            // A literal may hold SQL.
            if (expected.Kind == SqlWordKind.Literal && wanted != expected.Value && IsSame(expected.Value, actual.Value)) return null;
        }

        return $"{expected.Kind} '{wanted}' is {actual.Kind} '{actual.Value}'";
    }

    private bool IsSame(string tame, string hostile)
    {
        try
        {
            return Difference(tame, hostile) is null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsReserved(string word) => SnowflakeReservedWords.All.Contains(word.ToUpperInvariant());

    // Each place is a word with its number between letters, so that none is a part of another.
    private string Replaced(string value) => Place().Replace(value, m => byTame.GetValueOrDefault(m.Value, m.Value));

    // The variables of a procedure are named after methods.
    [GeneratedRegex("of_tame([0-9]+x)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    // A pipe's comment ends with a hash of all of it.
    [GeneratedRegex(@"\[definition [0-9a-f]{12}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();

    [GeneratedRegex("(TAME|Tame|tame|lit|doc)[0-9]+[Xx]", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
