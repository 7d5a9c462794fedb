using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;
using Pipeline.Testing;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Nothing throws, nothing is withheld in silence, and what is told is right.</summary>
public sealed class NastyModelTests
{
    public static TheoryData<string> Models => [.. NastyModels.All.Keys];

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_is_read_and_all_that_is_wrong_is_told(string nasty)
    {
        var (files, expected) = NastyModels.All[nasty];
        var compilation = ModelText.Compile(["#pragma warning disable\n" + files[0], .. files[1..]]);
        Assert.Null(Judged.Problem(compilation));
        Assert.Null(Judged.ProblemOfWriting(compilation));

        var told = ModelText.Analyze(compilation, new ModelAnalyzer());
        Assert.DoesNotContain(told, d => d.Id == "AD0001");
        Assert.Equal(expected, Told(told));

        // What the build refuses, the editor or the compiler has told.
        var findings = ModelReading.Of(compilation, CancellationToken.None).Objects.SelectMany(o => o.Findings);
        Assert.All(findings, f => Assert.True(told.Any(d => d.Id == f.Rule && d.GetMessage(null) == f.Message) || told.Any(d => d.Id.StartsWith("CS", StringComparison.Ordinal) && d.Severity == DiagnosticSeverity.Error), f.Message));
    }

    private static string[] Told(IEnumerable<Diagnostic> told) =>
    [
        .. told.Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal) || d is { Severity: DiagnosticSeverity.Error, IsSuppressed: false, IsWarningAsError: false })
            .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)
            .Select(d => d.Id.StartsWith("PL", StringComparison.Ordinal) ? $"{d.Id} {d.GetMessage(null)}" : d.Id),
    ];
}
