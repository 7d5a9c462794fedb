using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A time lies in one version: the end of one is the beginning of the next, and belongs to that.</summary>
internal sealed class PeriodIsHalfOpen : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.PeriodIsHalfOpen,
        "A version's end is taken for a part of it",
        "'{0}' of '{1}' is where the next version begins, and compared with its end included a time finds both; compare it by <, or choose the version by AsOf(time)");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var (method, query) in VersionIsChosen.Queries(context))
        {
            foreach (var dimension in method.Parameters.Select(p => p.Type).OfType<INamedTypeSymbol>().SelectMany(t => t.TypeArguments.OfType<INamedTypeSymbol>()).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
            {
                if (KindNames.KindWord(dimension) != "Dimension" || KindNames.Of(dimension) is not { } name) continue;
                if (dimension.Columns().FirstOrDefault(p => p.Has("ValidFrom")) is not { } from || dimension.Columns().FirstOrDefault(p => p.Has("ValidTo")) is not { } to) continue;
                if (ClosedPeriods.AreIn(query, name, SqlName.Of(from.Name), SqlName.Of(to.Name))) yield return Problem(method.Locations.FirstOrDefault(), to.Name, dimension.Name);
            }
        }
    }
}
