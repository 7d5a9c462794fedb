using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Catalog;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Alerts;

/// <summary>An alert without a schedule, or with one that is too dense, is evaluated each hour.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EvaluateItHourly))]
[Shared]
public sealed class EvaluateItHourly() : ModelFix(RuleIds.AlertCanBeSent, RuleIds.AlertWaitsForItsRecord)
{
    private protected override SourceEdit? Find(Place place)
    {
        if (place.Attribute is not { } alert || alert.SimpleName() != "Alert") return null;
        var change = alert.Named("Cron") is { } cron
            ? alert.Named("EveryMinutes") is null && cron.Text() is { } text && CronSchedule.Parse(text, out _)?.ShortestPause < 45 ? new TextChange(cron.Span, "EveryMinutes = 60") : (TextChange?)null
            : alert.Named("EveryMinutes").Number() is null or (> 0 and < 60) ? alert.Set("EveryMinutes", "60") : null;
        return change is { } said ? new("Say EveryMinutes = 60", said) : null;
    }
}
