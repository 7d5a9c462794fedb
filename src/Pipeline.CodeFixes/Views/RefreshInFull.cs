using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Views;

/// <summary>A dynamic table that can't be refreshed incrementally is made anew at each refresh.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RefreshInFull))]
[Shared]
public sealed class RefreshInFull() : ModelFix(RuleIds.IncrementalTableCanBeOne, RuleIds.AutoTableIsIncremental)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } kind ? new("Say Refresh = RefreshMode.Full", kind.Set("Refresh", "RefreshMode.Full")) : null;
}
