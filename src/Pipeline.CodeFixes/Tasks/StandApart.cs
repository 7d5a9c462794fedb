using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tasks;

/// <summary>A finalizer waits for nothing but its graph.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StandApart))]
[Shared]
public sealed class StandApart() : ModelFix(RuleIds.FinalizerStandsApart)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } after && after.SimpleName() == "After" ? new($"Remove [{after.Name}]", after.Remove()) : null;
}
