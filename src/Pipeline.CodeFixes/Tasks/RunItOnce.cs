using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tasks;

/// <summary>A load is run by one task.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunItOnce))]
[Shared]
public sealed class RunItOnce() : ModelFix(RuleIds.TableIsRunOnce)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } runs ? new($"Remove [{runs.Name}]", runs.Remove()) : null;
}
