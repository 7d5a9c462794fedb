using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>An argument of the vocabulary is a member of its enum: a number that is none would be read as if nothing were said.</summary>
internal sealed class ArgumentIsAMember : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ArgumentIsAMember, "An argument is no member of its enum", "'{0}' says ({1}){2}, which is no member of {1}; write {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var symbol in context.Type.OrderedMembers().Where(m => m is IPropertySymbol or IMethodSymbol).Prepend(context.Type))
        {
            foreach (var attribute in symbol.GetAttributes().Where(a => a.AttributeClass.Word() is not null))
            {
                foreach (var argument in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(a => a.Value)))
                {
                    if (argument is not { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type } || type.Word() is null) continue;
                    var members = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).ToList();
                    if (members.Any(m => Equals(m.ConstantValue, argument.Value)) || type.GetAttributes().Any(a => a.AttributeClass?.Name == "FlagsAttribute")) continue;
                    yield return Problem(TaskSymbols.LocationOf(context, attribute), symbol.Name, type.Name, argument.Value ?? "", string.Join(" or ", members.Select(m => type.Name + "." + m.Name)));
                }
            }
        }
    }
}
