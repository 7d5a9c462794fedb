using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A calendar goes from a day to a later one.</summary>
internal sealed class CalendarHasDays : ModelRule
{
    private const int MostYears = 1000;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.CalendarHasDays,
        "A calendar has no days",
        "'{0}' goes from '{1}' to '{2}': {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Calendar") yield break;
        var (from, to) = (context.Kind.At(0, ""), context.Kind.At(1, ""));
        var reason = !IsDay(from, out var first) ? $"'{from}' is no day; write it as '2024-01-31'"
            : !IsDay(to, out var last) ? $"'{to}' is no day; write it as '2024-01-31'"
            : last < first ? "the last day lies before the first; turn them round"
            : last.Year - first.Year > MostYears ? $"that is more than {MostYears} years; begin later, or end earlier"
            : null;
        if (reason is not null) yield return Problem(context.KindLocation, context.Type.Name, from, to, reason);
    }

    private static bool IsDay(string text, out DateTime day) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
