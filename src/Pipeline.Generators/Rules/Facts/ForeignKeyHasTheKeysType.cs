using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A foreign key is of the type of the key that it holds.</summary>
internal sealed class ForeignKeyHasTheKeysType : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ForeignKeyHasTheKeysType,
        "A foreign key is of another type than its dimension's key",
        "'{0}' is {1}, and the key of '{2}' is {3}; give both the same type");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            if (property.Attribute("ForeignKey")?.Argument() is not { } dimension || dimension.Columns().FirstOrDefault(p => p.Has("SurrogateKey")) is not { } key) continue;
            if (property.Type.TypeKind == TypeKind.Error || key.Type.TypeKind == TypeKind.Error || ColumnTypes.OfColumn(property) == ColumnTypes.OfColumn(key)) continue;
            yield return Problem(property.Locations.FirstOrDefault(), property.Name, Name(property), dimension.Name, Name(key));
        }
    }

    private static string Name(IPropertySymbol property) => $"'{ColumnTypes.Plain(property.Type).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";
}
