using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Facts;

/// <summary>Facts keep the keys that they got.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepTheirKeys))]
[Shared]
public sealed class KeepTheirKeys() : ModelFix(RuleIds.FactsGetOtherKeys)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Class?.Attribute("Fact") is { } fact ? new("Say Rekey = Rekey.Never", fact.Set("Rekey", "Rekey.Never")) : null;
}
