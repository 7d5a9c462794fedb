using System.Globalization;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Dimensions;

/// <summary>A calendar whose last day lies before its first goes the other way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TurnTheDaysAround))]
[Shared]
public sealed class TurnTheDaysAround() : ModelFix(RuleIds.CalendarHasDays)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.ArgumentList?.Arguments is [var first, var last, ..] && IsDay(first.Text()) && IsDay(last.Text()) && string.CompareOrdinal(first.Text(), last.Text()) > 0
            ? new("Turn the days around", new TextChange(first.Span, last.ToString()), new TextChange(last.Span, first.ToString()))
            : null;

    private static bool IsDay(string? text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
