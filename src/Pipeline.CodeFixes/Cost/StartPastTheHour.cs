using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Cost;

/// <summary>A graph starts some minutes past the hour.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StartPastTheHour))]
[Shared]
public sealed class StartPastTheHour() : ModelFix(RuleIds.ScheduleAvoidsTheFullHour)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("Cron")?.Expression is LiteralExpressionSyntax { Token: { Value: string cron } token } && ScheduleAvoidsTheFullHour.PastTheHour(cron) is { } later
            ? new($"Start some minutes past the hour: '{later}'", new TextChange(token.Span, "\"" + later + "\""))
            : null;
}
