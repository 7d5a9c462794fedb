using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A measure that can't be added up isn't: two prices of 3 aren't a price of 6. Multiplied by what it is the rate of, it can.</summary>
internal sealed class RateIsNotAdded : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.RateIsNotAdded,
        "A non-additive measure is added up",
        "'{0}' of '{1}' is non-additive, and is added up here; multiply it by what it is the rate of first, or take Average, Min or Max");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var (method, query) in StockIsNotAddedOverTime.Queries(context))
        {
            foreach (var (fact, source) in StockIsNotAddedOverTime.FactsReadBy(method))
            {
                foreach (var measure in fact.Columns().Where(p => p.Attribute("Measure")?.EnumAt(0) == "NonAdditive"))
                {
                    if (SumsOverTime.FindAsItIs(query, source, SqlName.Of(measure.Name))) yield return Problem(method.Locations.FirstOrDefault(), measure.Name, fact.Name);
                }
            }
        }
    }
}
