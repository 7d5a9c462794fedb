using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Facts;

/// <summary>A measure that is a float becomes a decimal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MeasureADecimal))]
[Shared]
public sealed class MeasureADecimal() : ModelFix(RuleIds.MeasureIsExact)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Property?.AsDecimal();
}
