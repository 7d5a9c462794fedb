using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What orders changes is never missing: a row without it would come before or after all others by chance.</summary>
internal sealed class OrderIsAlwaysKnown : ModelRule
{
    private static readonly string[] Roles = ["Sequence", "ValidFrom"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.OrderIsAlwaysKnown,
        "What orders changes may be missing",
        "'{0}' of '{1}' is [{2}] and may be null, and a change without it has no place among the others; make it '{3}', and give it another time by ?? or reject the row by OrReject in the load");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (KindNames.KindWord(context.Type) is not ("Table" or "Dimension" or "Fact")) yield break;
        foreach (var property in context.Type.Columns().Where(p => p.Type.TypeKind != TypeKind.Error && ColumnTypes.IsNullable(p.Type)))
        {
            if (Roles.FirstOrDefault(property.Has) is { } role)
            {
                yield return Problem(property.Locations.FirstOrDefault(), property.Name, context.Type.Name, role, ColumnTypes.Plain(property.Type).WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            }
        }
    }
}
