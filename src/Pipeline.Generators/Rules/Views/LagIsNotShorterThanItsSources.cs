using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A dynamic table isn't newer than what it reads.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/dynamic-tables-target-lag"/></remarks>
internal sealed class LagIsNotShorterThanItsSources : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.LagIsNotShorterThanItsSources,
        "A dynamic table is to be newer than what it reads",
        "'{0}' has a lag of {1} minutes and reads '{2}', which has one of {3}; raise the first, lower the second, or let '{2}' be Downstream");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var byName = model.All<DynamicTableObject>().GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());
        foreach (var table in byName.Values.Where(t => t.LagMinutes > 0))
        {
            foreach (var name in SourceCollector.NamesIn(table.Query))
            {
                if (byName.TryGetValue(name, out var source) && source.LagMinutes > table.LagMinutes) yield return Problem(table, AtKind, ModelView.Short(table), table.LagMinutes, ModelView.Short(source), source.LagMinutes);
            }
        }
    }
}
