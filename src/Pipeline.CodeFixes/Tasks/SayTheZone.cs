using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tasks;

/// <summary>A schedule of five fields lacks its time zone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayTheZone))]
[Shared]
public sealed class SayTheZone() : ModelFix(RuleIds.UnreadableSchedule)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("Cron")?.Expression is LiteralExpressionSyntax { Token: { Value: string cron } token } && cron.Split([' '], StringSplitOptions.RemoveEmptyEntries).Length == 5
            ? new("Say that it is UTC", new TextChange(new(token.Span.End - 1, 0), " UTC"))
            : null;
}
