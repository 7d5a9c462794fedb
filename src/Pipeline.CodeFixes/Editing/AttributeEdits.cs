using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.CodeFixes.Editing;

/// <summary>Changes of attributes and of their arguments.</summary>
internal static class AttributeEdits
{
    /// <summary>The name as it is written between brackets, without type arguments.</summary>
    public static string SimpleName(this AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            var other => other.ToString(),
        };
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    public static AttributeSyntax? Attribute(this MemberDeclarationSyntax member, string name) =>
        member.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => a.SimpleName() == name);

    /// <summary>The argument that sets a property of the attribute.</summary>
    public static AttributeArgumentSyntax? Named(this AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == name);

    /// <summary>The value of an argument that is a text, written as such.</summary>
    public static string? Text(this AttributeArgumentSyntax? argument) => (argument?.Expression as LiteralExpressionSyntax)?.Token.Value as string;

    /// <summary>The value of an argument that is a number, written as such.</summary>
    public static int? Number(this AttributeArgumentSyntax? argument) => (argument?.Expression as LiteralExpressionSyntax)?.Token.Value as int?;

    public static TextChange Set(this AttributeSyntax attribute, string name, string value) =>
        attribute.Named(name) is { } known ? new(known.Expression.Span, value)
        : attribute.ArgumentList is not { } list ? new(new(attribute.Span.End, 0), $"({name} = {value})")
        : list.Arguments.Count == 0 ? new(list.Span, $"({name} = {value})")
        : new(new(list.Arguments.Last().Span.End, 0), $", {name} = {value}");

    public static TextChange Remove(this AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        var at = list.Arguments.IndexOf(argument);
        return new(
            list.Arguments.Count == 1 ? list.Span
            : at > 0 ? TextSpan.FromBounds(list.Arguments[at - 1].Span.End, argument.Span.End)
            : TextSpan.FromBounds(argument.Span.Start, list.Arguments[1].Span.Start), "");
    }

    public static TextChange Remove(this AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        var at = list.Attributes.IndexOf(attribute);
        return new(
            list.Attributes.Count == 1 ? TextSpan.FromBounds(list.Span.Start, list.GetLastToken().GetNextToken().Span.Start)
            : at > 0 ? TextSpan.FromBounds(list.Attributes[at - 1].Span.End, attribute.Span.End)
            : TextSpan.FromBounds(attribute.Span.Start, list.Attributes[1].Span.Start), "");
    }

    /// <summary>Behind this one, in its brackets.</summary>
    public static TextChange Follow(this AttributeSyntax attribute, string next) => new(new(attribute.Span.End, 0), ", " + next);

    /// <summary>Behind the attributes that the member has.</summary>
    public static TextChange Add(this MemberDeclarationSyntax member, string attribute) =>
        member.AttributeLists.FirstOrDefault()?.Attributes.LastOrDefault() is { } last ? last.Follow(attribute) : new(new(member.GetFirstToken().Span.Start, 0), $"[{attribute}] ");
}
