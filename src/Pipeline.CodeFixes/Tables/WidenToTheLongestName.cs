using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>A column of an enum becomes as wide as its longest name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WidenToTheLongestName))]
[Shared]
public sealed class WidenToTheLongestName() : ModelFix(RuleIds.EnumFitsItsColumn)
{
    private protected override SourceEdit? Find(Place place)
    {
        if (place is not { Property: { } property, Attribute.ArgumentList.Arguments: [var length, ..] }) return null;
        if (Enum(place.Model.GetTypeInfo(property.Type, place.Cancellation).Type) is not { } values) return null;
        var longest = values.GetMembers().OfType<IFieldSymbol>().Select(f => f.Name.Length).DefaultIfEmpty(0).Max();
        return longest == 0 ? null : new($"Make '{property.Identifier.ValueText}' {longest} wide", new TextChange(length.Span, FormattableString.Invariant($"{longest}")));
    }

    private static INamedTypeSymbol? Enum(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum } values => values,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => Enum(value),
        _ => null,
    };
}
