using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A role is given where it means something.</summary>
internal sealed class RoleBelongsToTheKind : ModelRule
{
    private static readonly (string Role, string Kind, string Means)[] Roles =
    [
        ("Grain", "Fact", "a grain is what a row of a fact stands for"), ("Measure", "Fact", "measures are the numbers of a fact"),
        ("Milestone", "Fact", "milestones are the times of an accumulating fact"), ("IsCarried", "Fact", "facts carry positions forward"),
        ("Tracked", "Dimension", "a tracked column opens versions of a member"), ("ValidFrom", "Dimension", "versions of members have bounds"),
        ("ValidTo", "Dimension", "versions of members have bounds"), ("IsCurrent", "Dimension", "of the versions of a member one is current"),
    ];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.RoleBelongsToTheKind,
        "A column's role means nothing here",
        "[{0}] of '{1}' says nothing in a {2}: {3}; remove it, or make '{4}' a {5}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) is not ("Table" or "Dimension" or "Calendar" or "Fact" or "View" or "MaterializedView" or "DynamicTable") || KindNames.KindWord(context.Type) is not { } word) yield break;
        foreach (var property in context.Type.Columns())
        {
            foreach (var (role, kind, means) in Roles)
            {
                if (kind != word && property.Has(role))
                {
                    yield return Problem(TaskSymbols.LocationOf(context, property.Attribute(role)), role, property.Name, SqlName.Of(word).Replace('_', ' ').ToLowerInvariant(), means, context.Type.Name, kind.ToLowerInvariant());
                }
            }
        }
    }
}
