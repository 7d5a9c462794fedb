using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A list of the vocabulary names something in each place: null would be read as if the place weren't there.</summary>
internal sealed class ListHasNoNull : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ListHasNoNull, "A list of an attribute has null in it", "'{0}' has null among its {1}, which names nothing; name what is meant, or leave it out");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var symbol in context.Type.OrderedMembers().Where(m => m is IPropertySymbol or IMethodSymbol).Prepend(context.Type))
        {
            foreach (var attribute in symbol.GetAttributes().Where(a => a.AttributeClass.Word() is not null))
            {
                var lists = attribute.NamedArguments.Select(a => (Name: a.Key, a.Value))
                    .Concat(attribute.ConstructorArguments.Select((value, i) => (Name: attribute.AttributeConstructor?.Parameters[i].Name ?? "arguments", Value: value)));
                foreach (var (name, list) in lists)
                {
                    if (list is { Kind: TypedConstantKind.Array, IsNull: false } && list.Values.Any(v => v.IsNull)) yield return Problem(TaskSymbols.LocationOf(context, attribute), symbol.Name, name);
                }
            }
        }
    }
}
