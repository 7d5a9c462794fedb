using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A fact whose keys can't follow its members says that they shan't.</summary>
internal sealed class FactsGetOtherKeys : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.FactsGetOtherKeys,
        "Facts keep the keys of members that change after them",
        "'{0}.{1}' can't give its facts other keys when members arrive late or change: {2}; say Rekey = Rekey.Never if that is meant");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not FactObject || Surroundings.Of(context) is not { } catalog || catalog.Find<FactObject>(context.Name) is not { } fact) yield break;
        foreach (var load in fact.Loads)
        {
            if (MemberStreams.Obstacle(fact, load, catalog) is { } obstacle)
            {
                yield return Problem(context.Methods("Load").FirstOrDefault(m => m.Name == load.Method)?.Locations.FirstOrDefault(), context.Type.Name, load.Method, obstacle);
            }
        }
    }
}
