using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A semi-additive measure is added up within a day alone: the stock of Monday and that of Tuesday aren't twice the stock.</summary>
internal sealed class StockIsNotAddedOverTime : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.StockIsNotAddedOverTime,
        "A semi-additive measure is added up over time",
        "'{0}' of '{1}' is semi-additive, and its sum here is over several days; group by the day too, or take Average, Min, Max or LastBy over days");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var (method, query) in Queries(context))
        {
            foreach (var (fact, source) in FactsReadBy(method))
            {
                foreach (var measure in fact.Columns().Where(p => p.Attribute("Measure")?.EnumAt(0) == "SemiAdditive"))
                {
                    if (SumsOverTime.Find(query, source, SqlName.Of(measure.Name), Days(method, fact, source))) yield return Problem(method.Locations.FirstOrDefault(), measure.Name, fact.Name);
                }
            }
        }
    }

    /// <summary>The facts that the method reads, by themselves or by their streams, with the object that is read.</summary>
    internal static IEnumerable<(INamedTypeSymbol Fact, QualifiedName Source)> FactsReadBy(IMethodSymbol method)
    {
        foreach (var type in method.Parameters.Select(p => p.Type).OfType<INamedTypeSymbol>())
        {
            var fact = KindNames.StreamSource(type) ?? type.TypeArguments.OfType<INamedTypeSymbol>().FirstOrDefault();
            if (fact is not null && KindNames.KindWord(fact) == "Fact" && KindNames.Of(KindNames.StreamSource(type) is null ? fact : type) is { } source) yield return (fact, source);
        }
    }

    /// <summary>The queries of an object, each with its method.</summary>
    internal static IEnumerable<(IMethodSymbol Method, Query Query)> Queries(ReadContext context) => context.Item switch
    {
        TableObject table => from load in table.Loads from method in context.Methods("Load") where method.Name == load.Method select (method, load.Query),
        ViewObject view => context.Methods("Define").Take(1).Select(m => (m, view.Query)),
        DynamicTableObject table => context.Methods("Define").Take(1).Select(m => (m, table.Query)),
        _ => [],
    };

    // What tells one day: the fact's period, its key of a calendar, the key and the day of a calendar that is joined.
    private static HashSet<(QualifiedName, string)> Days(IMethodSymbol method, INamedTypeSymbol fact, QualifiedName source)
    {
        var days = new HashSet<(QualifiedName, string)>(fact.Columns()
            .Where(p => p.Has("Period") || (p.Attribute("ForeignKey")?.Argument() is { } dimension && KindNames.KindWord(dimension) == "Calendar")).Select(p => (source, SqlName.Of(p.Name))));
        foreach (var calendar in method.Parameters.Select(p => p.Type).OfType<INamedTypeSymbol>().SelectMany(t => t.TypeArguments.OfType<INamedTypeSymbol>()).Where(t => KindNames.KindWord(t) == "Calendar"))
        {
            if (KindNames.Of(calendar) is not { } name) continue;
            days.UnionWith(calendar.Columns().Where(p => p.Has("SurrogateKey") || p.Has("BusinessKey")).Select(p => (name, SqlName.Of(p.Name))));
        }

        return days;
    }
}
