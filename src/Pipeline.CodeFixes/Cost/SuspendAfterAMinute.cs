using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Cost;

/// <summary>A warehouse stops after a minute without work.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SuspendAfterAMinute))]
[Shared]
public sealed class SuspendAfterAMinute() : ModelFix(RuleIds.WarehouseSuspends)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } warehouse ? new("Say AutoSuspendSeconds = 60", warehouse.Set("AutoSuspendSeconds", "60")) : null;
}
