using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tasks;

/// <summary>Of tasks that wait for each other one doesn't.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DoNotWait))]
[Shared]
public sealed class DoNotWait() : ModelFix(RuleIds.TaskWaitsInVain)
{
    // Each task of a circle is told of; one that doesn't wait opens it.
    private protected override bool Stands => false;

    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } after && after.SimpleName() == "After" ? new($"Remove [{after.Name}]", after.Remove()) : null;
}
