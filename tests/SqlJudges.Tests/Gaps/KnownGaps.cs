using System.Text.Json;

namespace SqlJudges.Tests.Gaps;

/// <summary>The list of known gaps, <c>known-gaps.json</c>: the manual's syntax of what the judges don't know, and each shape that needs it.</summary>
internal sealed record KnownGaps(IReadOnlyList<ManualSyntax> Manual, IReadOnlyList<KnownGap> Gaps)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static KnownGaps Read() =>
        JsonSerializer.Deserialize<KnownGaps>(File.ReadAllText(RepositoryFolder.Of("tests/SqlJudges.Tests/known-gaps.json")), Options)!;
}
