using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>[Number] sizes a number, and [Varchar] a text.</summary>
internal sealed class SizeFitsTheType : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.SizeFitsTheType,
        "A size is given to a type that has none",
        "'{0}' is of type '{1}', which [{2}] doesn't size; {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var property in context.Type.Columns())
        {
            var plain = ColumnTypes.Plain(property.Type);
            var name = plain.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            if (property.Attribute("Number") is { } number && !IsNumber(plain)) yield return Problem(TaskSymbols.LocationOf(context, number), property.Name, name, "Number", "make it a decimal, or remove the attribute");
            if (property.Attribute("Varchar") is { } text && !IsText(plain)) yield return Problem(TaskSymbols.LocationOf(context, text), property.Name, name, "Varchar", "make it a string, or remove the attribute");
        }
    }

    private static bool IsNumber(ITypeSymbol type) => type.TypeKind == TypeKind.Error || type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private static bool IsText(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Error or TypeKind.Enum || type.SpecialType is SpecialType.System_String or SpecialType.System_Char || type is { Name: "Guid", ContainingNamespace.Name: "System" };
}
