using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Dimensions;

/// <summary>A tracked float becomes a decimal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TrackADecimal))]
[Shared]
public sealed class TrackADecimal() : ModelFix(RuleIds.FloatIsNotTracked)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Property?.AsDecimal();
}
