using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Baseline;

/// <summary>A class or a property says what it was shipped as, so that it is renamed and not made anew.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayWhatItWas))]
[Shared]
public sealed class SayWhatItWas() : ModelFix(RuleIds.TableIsStillThere, RuleIds.ColumnIsStillThere, RuleIds.StreamIsStillThere)
{
    private protected override SourceEdit? Find(Place place)
    {
        if (!place.Hints.TryGetValue(BaselineAnalyzer.RenamedFrom, out var former) || former is null) return null;
        var renamed = $"RenamedFrom({SymbolDisplay.FormatLiteral(former, quote: true)})";
        return place.Member is { } member ? new($"Say that it was '{former}'", member.Add(renamed)) : null;
    }
}
