using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>A key that is a float becomes a decimal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompareExactly))]
[Shared]
public sealed class CompareExactly() : ModelFix(RuleIds.KeyCanBeCompared)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Property?.AsDecimal();
}
