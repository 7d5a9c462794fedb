using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Views;

/// <summary>A dynamic table that nothing reads is refreshed each hour.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveItALag))]
[Shared]
public sealed class GiveItALag() : ModelFix(RuleIds.DynamicTableIsRefreshed)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } kind && kind.Named("Downstream") is { } downstream ? new("Say LagMinutes = 60", new TextChange(downstream.Span, "LagMinutes = 60")) : null;
}
