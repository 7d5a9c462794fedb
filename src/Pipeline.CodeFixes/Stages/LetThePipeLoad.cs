using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Stages;

/// <summary>What a pipe loads no task copies.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetThePipeLoad))]
[Shared]
public sealed class LetThePipeLoad() : ModelFix(RuleIds.NoTaskCopiesForAPipe)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } runs ? new($"Remove [{runs.Name}]", runs.Remove()) : null;
}
