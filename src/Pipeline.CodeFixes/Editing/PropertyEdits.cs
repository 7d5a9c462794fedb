using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.CodeFixes.Editing;

/// <summary>Changes of the properties that are columns.</summary>
internal static class PropertyEdits
{
    private const string Digits = "Number(18, 6)";

    public static TextChange Retype(this PropertyDeclarationSyntax property, string type) => new(property.Type.Span, type);

    public static bool IsNullable(this PropertyDeclarationSyntax property) => property.Type is NullableTypeSyntax;

    /// <summary>A float becomes a decimal of 18 digits, six of them behind the point: what others need is said there.</summary>
    public static SourceEdit? AsDecimal(this PropertyDeclarationSyntax property)
    {
        var type = property.Type is NullableTypeSyntax nullable ? nullable.ElementType : property.Type;
        if (type is not PredefinedTypeSyntax { Keyword: var keyword } || !(keyword.IsKind(SyntaxKind.DoubleKeyword) || keyword.IsKind(SyntaxKind.FloatKeyword))) return null;
        var retyped = new TextChange(type.Span, "decimal");
        var title = $"Make '{property.Identifier.ValueText}' a decimal with [{Digits}]";
        return property.Attribute("Number") is null ? new(title, property.Add(Digits), retyped) : new(title, retyped);
    }
}
