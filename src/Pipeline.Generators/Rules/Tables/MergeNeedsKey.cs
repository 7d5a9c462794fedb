using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A load that merges knows by which columns a row is found again.</summary>
internal sealed class MergeNeedsKey : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.MergeNeedsKey,
        "A load merges into a table that has no key",
        "'{0}' has no [{1}], so '{2}' can't find a row again; mark the properties that name a row, or say [Load(LoadMode.Append)]");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var key = KindNames.KindWord(context.Type) switch { "Table" or "Dimension" => "BusinessKey", "Fact" => "Grain", _ => null };
        if (key is null || context.Type.Columns().Any(p => p.Has(key))) yield break;
        foreach (var load in context.Methods("Load").Where(m => m.Attribute("Load")!.EnumAt(0) is null or "Merge"))
        {
            yield return Problem(load.Locations.FirstOrDefault(), context.Type.Name, key, load.Name);
        }
    }
}
