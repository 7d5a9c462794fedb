using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Generators.Reading.Memo;

/// <summary>Walks the declarations of a file, and no statement.</summary>
internal sealed class TreeMembers
{
    private readonly List<TextSpan> bodies = [];
    private readonly List<string> typeNames = [];
    private readonly HashSet<string> namespaces = new(StringComparer.Ordinal);
    private readonly List<TypeDeclarationSyntax> classes = [];

    public TreeMembers(CompilationUnitSyntax root)
    {
        // Types lie in types as deep as someone likes; no call for each level.
        var open = new Stack<MemberDeclarationSyntax>(root.Members.Reverse());
        while (open.Count > 0)
        {
            var member = open.Pop();
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    namespaces.Add(space.Name.ToString());
                    foreach (var inner in space.Members.Reverse()) open.Push(inner);
                    break;
                case TypeDeclarationSyntax type:
                    Add(type);
                    foreach (var inner in type.Members.Reverse()) open.Push(inner);
                    break;
                case BaseTypeDeclarationSyntax other: typeNames.Add(other.Identifier.ValueText); break;
                case DelegateDeclarationSyntax other: typeNames.Add(other.Identifier.ValueText); break;
                case BaseMethodDeclarationSyntax method:
                    HasExtensions |= method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true;
                    AddBody(method.Body);
                    AddBody(method.ExpressionBody);
                    break;
                case BasePropertyDeclarationSyntax property:
                    AddBody((property as PropertyDeclarationSyntax)?.ExpressionBody ?? (property as IndexerDeclarationSyntax)?.ExpressionBody);
                    foreach (var accessor in property.AccessorList?.Accessors ?? default)
                    {
                        AddBody(accessor.Body);
                        AddBody(accessor.ExpressionBody);
                    }

                    break;
            }
        }

        bodies.Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>The insides of bodies, in order.</summary>
    public IReadOnlyList<TextSpan> Bodies => bodies;

    public IReadOnlyList<string> TypeNames => typeNames;

    public IReadOnlyCollection<string> Namespaces => namespaces;

    /// <summary>The classes with attributes.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> Classes => classes;

    public bool HasExtensions { get; private set; }

    private void Add(TypeDeclarationSyntax type)
    {
        typeNames.Add(type.Identifier.ValueText);
        HasExtensions |= type.IsKind(SyntaxKind.ExtensionBlockDeclaration);
        if (type.AttributeLists.Count > 0) classes.Add(type);
    }

    // What follows a #nullable or an #if of a body depends on it.
    private void AddBody(CSharpSyntaxNode? body)
    {
        if (body is null || body.ContainsDirectives) return;
        var inside = body switch
        {
            BlockSyntax block => TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart),
            ArrowExpressionClauseSyntax arrow => TextSpan.FromBounds(arrow.ArrowToken.Span.End, arrow.Span.End),
            _ => default,
        };
        if (inside.Length > 0) bodies.Add(inside);
    }
}
