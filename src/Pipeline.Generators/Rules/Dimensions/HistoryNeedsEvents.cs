using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A history is made of every event, not of the last state.</summary>
/// <remarks>
/// A table with one row per member nets several changes between two runs to one and drops those that come late, so versions would be missing.
/// With the sequence in its business key it keeps every event and removes only the very same one.
/// </remarks>
internal sealed class HistoryNeedsEvents : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.HistoryNeedsEvents,
        "A history is fed by a table that keeps the last state alone",
        "'{0}' keeps one row per business key, so '{1}' would miss versions; make the [Sequence] of '{0}' a part of its [BusinessKey], or say History = History.Observed");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Dimension" || context.Kind.EnumAt(0) != "Type2" || context.Kind.NamedEnum("History") == "Observed") yield break;
        foreach (var load in context.Methods("Load"))
        {
            foreach (var parameter in load.Parameters)
            {
                if (KindNames.StreamSource(parameter.Type) is not { } source) continue;
                var keys = source.Columns().Where(p => p.Has("BusinessKey")).ToList();
                if (keys.Count > 0 && !keys.Any(k => k.Has("Sequence"))) yield return Problem(parameter.Locations.FirstOrDefault(), source.Name, context.Type.Name);
            }
        }
    }
}
