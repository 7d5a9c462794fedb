using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A foreign key refers to a dimension that has keys.</summary>
internal sealed class ForeignKeyFindsAKey : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ForeignKeyFindsAKey,
        "A foreign key refers to a dimension without keys",
        "'{0}' refers to '{1}', which has no [SurrogateKey]; give it one");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            if (property.Attribute("ForeignKey") is not { } key || key.Argument() is not { } dimension || KindNames.KindWord(dimension) is not ("Dimension" or "Calendar")) continue;
            if (!dimension.Columns().Any(p => p.Has("SurrogateKey"))) yield return Problem(TaskSymbols.LocationOf(context, key), property.Name, dimension.Name);
        }
    }
}
