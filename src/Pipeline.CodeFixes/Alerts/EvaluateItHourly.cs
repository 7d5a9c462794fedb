using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Alerts;

/// <summary>An alert without a schedule, or with one that is too dense, is evaluated each hour.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EvaluateItHourly))]
[Shared]
public sealed class EvaluateItHourly() : ModelFix(RuleIds.AlertCanBeSent, RuleIds.AlertWaitsForItsRecord)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } alert && alert.SimpleName() == "Alert" && alert.Named("Cron") is null && alert.Named("EveryMinutes").Number() is null or (> 0 and < 60)
            ? new("Say EveryMinutes = 60", alert.Set("EveryMinutes", "60"))
            : null;
}
