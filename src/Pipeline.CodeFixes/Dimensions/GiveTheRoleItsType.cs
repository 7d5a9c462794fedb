using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Dimensions;

/// <summary>A column gets the type of its role.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveTheRoleItsType))]
[Shared]
public sealed class GiveTheRoleItsType() : ModelFix(RuleIds.RoleHasItsType)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Property is { } property && TypeOf(property) is { } type && property.Type.ToString() != type
            ? new($"Make '{property.Identifier.ValueText}' a {type}", property.Retype(type))
            : null;

    private static string? TypeOf(PropertyDeclarationSyntax property) =>
        property.Attribute("SurrogateKey") is not null ? "long"
        : property.Attribute("IsCurrent") is not null || property.Attribute("IsDeleted") is not null ? "bool"
        : property.Attribute("ValidFrom") is not null ? "DateTime"
        : property.Attribute("ValidTo") is not null ? "DateTime?"
        : null;
}
