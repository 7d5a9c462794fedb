using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tasks;

/// <summary>A task waits for what it asks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaitForIt))]
[Shared]
public sealed class WaitForIt() : ModelFix(RuleIds.WhenLoadedAsksAPredecessor)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { Name: GenericNameSyntax { TypeArgumentList.Arguments: [var asked] } } condition ? new($"Add [After<{asked}>]", condition.Follow($"After<{asked}>")) : null;
}
