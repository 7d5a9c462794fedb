using System.Text.Json;

namespace SqlJudges.Tests.Gaps;

/// <summary>The list of known gaps, <c>known-gaps.json</c>: one shape each, never a pattern.</summary>
internal static class KnownGaps
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<KnownGap> Read() =>
        JsonSerializer.Deserialize<List<KnownGap>>(File.ReadAllText(RepositoryFolder.Of("tests/SqlJudges.Tests/known-gaps.json")), Options)!;
}
