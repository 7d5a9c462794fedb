using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Editing;

/// <summary>Where a rule was broken, and what stands around it.</summary>
internal sealed record Place(SyntaxNode Node, SemanticModel Model, CancellationToken Cancellation)
{
    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    public PropertyDeclarationSyntax? Property => Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>();

    public MethodDeclarationSyntax? Method => Node.FirstAncestorOrSelf<MethodDeclarationSyntax>();

    public TypeDeclarationSyntax? Class => Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
