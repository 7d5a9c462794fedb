using System.Text.Json.Nodes;

namespace Pipeline.Generators.Tests.Hostile;

/// <summary>Compares JSON of hostile texts with that of tame ones, node by node.</summary>
internal static class JsonComparison
{
    /// <summary>The first node that isn't as it should be; null where all are.</summary>
    public static string? Difference(SqlComparison comparison, string tame, string hostile) => Difference(comparison, JsonNode.Parse(tame), JsonNode.Parse(hostile), "$");

    private static string? Difference(SqlComparison comparison, JsonNode? expected, JsonNode? actual, string at) => (expected, actual) switch
    {
        (JsonObject left, JsonObject right) => left.Count != right.Count ? $"{at} has {right.Count} members instead of {left.Count}"
            : left.Zip(right, (l, r) => r.Key != comparison.Expected(l.Key) ? $"{at} has '{r.Key}' in the place of '{l.Key}'" : Difference(comparison, l.Value, r.Value, at + "." + l.Key)).FirstOrDefault(d => d is not null),
        (JsonArray left, JsonArray right) => left.Count != right.Count ? $"{at} has {right.Count} items instead of {left.Count}"
            : left.Zip(right, (l, r) => Difference(comparison, l, r, at + "[]")).FirstOrDefault(d => d is not null),
        (JsonValue left, JsonValue right) when left.TryGetValue<string>(out var tame) && right.TryGetValue<string>(out var hostile) => IsPlace(tame) || IsPartOf(at, comparison.Expected(tame), hostile) || IsSame(comparison, tame, hostile) ? null : $"{at} is '{hostile}' in the place of '{tame}'",
        _ => JsonNode.DeepEquals(expected, actual) ? null : $"{at} is {actual?.ToJsonString()} instead of {expected?.ToJsonString()}",
    };

    // Where the code stands, which has other lines: its doc comments are longer.
    private static bool IsPlace(string text) => text.StartsWith("File0.cs", StringComparison.Ordinal);

    // The name of a topic or a bucket is a part of an ARN or an address.
    private static bool IsPartOf(string at, string whole, string hostile) => at.StartsWith("$.Resources.", StringComparison.Ordinal) && whole.Contains(hostile, StringComparison.Ordinal);

    // Some texts are SQL or JSON themselves.
    private static bool IsSame(SqlComparison comparison, string tame, string hostile)
    {
        if (comparison.Expected(tame) == hostile) return true;

        // A path into a document has its members in quotes: ['it''s'].
        if (tame.Contains(":[", StringComparison.Ordinal) && comparison.ExpectedPath(tame) == hostile) return true;
        try
        {
            return comparison.Difference(tame, hostile) is null;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
