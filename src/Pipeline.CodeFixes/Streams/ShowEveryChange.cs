using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Streams;

/// <summary>A stream on what changes shows every change.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShowEveryChange))]
[Shared]
public sealed class ShowEveryChange() : ModelFix(RuleIds.AppendOnlyOfWhatOnlyGrows)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("Mode") is { } mode ? new("Show updates and deletes too", mode.Remove()) : null;
}
