using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Baseline;

/// <summary>A column takes null, as the rows that are there need it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetItTakeNull))]
[Shared]
public sealed class LetItTakeNull() : ModelFix(RuleIds.ColumnHoldsWhatItHeld, RuleIds.ColumnCanBeAdded)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Hints.ContainsKey(BaselineAnalyzer.KeptByNull) && place.Property is { } property && !property.IsNullable()
            ? new($"Let '{property.Identifier.ValueText}' take null", property.Retype(property.Type + "?"))
            : null;
}
