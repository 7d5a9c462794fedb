using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Facts;

/// <summary>A member that facts know first gets a key of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InferMissingMembers))]
[Shared]
public sealed class InferMissingMembers() : ModelFix(RuleIds.FactGrainIsStable)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Property?.Attribute("ForeignKey") is { } key ? new("Say Missing = Missing.Infer", key.Set("Missing", "Missing.Infer")) : null;
}
