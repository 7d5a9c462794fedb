using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Facts;

/// <summary>What a factless fact holds is no measure.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MeasureNothing))]
[Shared]
public sealed class MeasureNothing() : ModelFix(RuleIds.FactlessMeasuresNothing)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Property?.Attribute("Measure") is { } measure ? new("Remove [Measure]", measure.Remove()) : null;
}
