using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Of the versions of a member one is joined.</summary>
internal sealed class VersionIsChosen : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.VersionIsChosen,
        "A join by business key finds every version",
        "'{0}' keeps a row per version, so a join by '{1}' finds each of them and multiplies the rows; choose one by Where(d => d.IsCurrent) or AsOf(time), or join by the surrogate key");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var (method, query) in Queries(context))
        {
            foreach (var dimension in method.Parameters.Select(p => p.Type).OfType<INamedTypeSymbol>().SelectMany(t => t.TypeArguments.OfType<INamedTypeSymbol>()))
            {
                if (KindNames.KindWord(dimension) != "Dimension" || KindNames.Kind(dimension)!.EnumAt(0) != "Type2" || KindNames.Of(dimension) is not { } name) continue;
                var keys = dimension.Columns().Where(p => p.Has("BusinessKey")).ToList();
                var chosen = dimension.Columns().Where(p => p.Has("SurrogateKey") || p.Has("IsCurrent") || p.Has("ValidFrom") || p.Has("ValidTo")).Select(p => SqlName.Of(p.Name));
                if (keys.Count > 0 && VersionsJoined.Find(query, name, new(keys.Select(k => SqlName.Of(k.Name))), new(chosen))) yield return Problem(method.Locations.FirstOrDefault(), dimension.Name, keys[0].Name);
            }
        }
    }

    /// <summary>The queries of a class, each with the method that writes it.</summary>
    public static IEnumerable<(IMethodSymbol Method, Query Query)> Queries(ReadContext context) => context.Item switch
    {
        TableObject table => from load in table.Loads from method in context.Methods("Load") where method.Name == load.Method select (method, load.Query),
        { } item when RowObjects.QueryOf(item) is { } query => context.Methods("Define").Take(1).Select(m => (m, query)),
        _ => [],
    };
}
