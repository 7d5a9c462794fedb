using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Facts;

/// <summary>A foreign key gets the type of its dimension's key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveTheKeysType))]
[Shared]
public sealed class GiveTheKeysType() : ModelFix(RuleIds.ForeignKeyHasTheKeysType)
{
    private protected override SourceEdit? Find(Place place)
    {
        if (place.Property is not { } property || property.Attribute("ForeignKey")?.Name is not GenericNameSyntax { TypeArgumentList.Arguments: [var dimension] }) return null;
        var key = place.Model.GetTypeInfo(dimension, place.Cancellation).Type?.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(p => p.GetAttributes().Any(a => a.AttributeClass?.Name == "SurrogateKeyAttribute"));
        return key is null ? null : new($"Make '{property.Identifier.ValueText}' a {key.Type.ToDisplayString()}", property.Retype(key.Type.ToDisplayString() + (property.IsNullable() ? "?" : "")));
    }
}
