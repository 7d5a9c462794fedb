using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Names;

/// <summary>A class of two kinds stays what it is first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveTheSecondKind))]
[Shared]
public sealed class RemoveTheSecondKind() : ModelFix(RuleIds.ClassIsOfOneKind)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } second ? new($"Remove [{second.Name}]", second.Remove()) : null;
}
