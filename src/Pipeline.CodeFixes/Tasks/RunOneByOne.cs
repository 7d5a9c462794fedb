using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tasks;

/// <summary>Runs of a graph that reads streams don't overlap.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunOneByOne))]
[Shared]
public sealed class RunOneByOne() : ModelFix(RuleIds.OverlapSplitsStreams)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("Overlap") is { } overlap ? new("Remove Overlap", overlap.Remove()) : null;
}
