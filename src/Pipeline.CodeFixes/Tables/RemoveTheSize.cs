using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>A type that has no size gets none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveTheSize))]
[Shared]
public sealed class RemoveTheSize() : ModelFix(RuleIds.SizeFitsTheType)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } size ? new($"Remove [{size.SimpleName()}]", size.Remove()) : null;
}
