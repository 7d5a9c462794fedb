using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Dimensions;

/// <summary>A history of what is observed, where each change is not told.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayThatStatesAreObserved))]
[Shared]
public sealed class SayThatStatesAreObserved() : ModelFix(RuleIds.HistoryNeedsEvents)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Class?.Attribute("Dimension") is { } dimension ? new("Say History = History.Observed", dimension.Set("History", "History.Observed")) : null;
}
