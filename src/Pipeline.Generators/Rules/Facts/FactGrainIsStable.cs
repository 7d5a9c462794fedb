using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What a fact stands for doesn't change with its dimensions, and no two facts stand for the same.</summary>
/// <remarks>
/// The key of a version becomes another when history is corrected, that of a removed member when it comes again: the fact would be found no more and added once
/// more. -1 stands for many members: their facts would be one row.
/// </remarks>
internal sealed class FactGrainIsStable : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FactGrainIsStable,
        "A key in a fact's grain doesn't always name one member",
        "'{0}' is a part of the grain of '{1}', but {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) != "Fact") yield break;
        foreach (var property in context.Type.Columns().Where(p => p.Has("Grain")))
        {
            if (property.Attribute("ForeignKey") is not { } key || key.Argument() is not { } dimension || KindNames.KindWord(dimension) != "Dimension") continue;
            var kind = KindNames.Kind(dimension)!;
            var reason = kind.EnumAt(0) == "Type2" ? $"it is the key of a version of '{dimension.Name}', which is another when history changes; take the business key into the grain"
                : kind.NamedEnum("Deletes") == "Remove" ? $"'{dimension.Name}' removes members, which get another key when they come again; take the business key into the grain"
                : key.NamedEnum("Missing") is "Infer" or "Reject" ? null
                : $"all members that '{dimension.Name}' lacks have one key, so that their facts would be one row; say Missing = Missing.Infer or Missing.Reject";
            if (reason is not null) yield return Problem(property.Locations.FirstOrDefault(), property.Name, context.Type.Name, reason);
        }
    }
}
