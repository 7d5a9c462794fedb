using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Editing;

/// <summary>Where a rule was broken, and what stands around it.</summary>
internal sealed record Place(SyntaxNode Node, SemanticModel Model, CancellationToken Cancellation)
{
    /// <summary>What the analyzer says besides its message.</summary>
    public ImmutableDictionary<string, string?> Hints { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>The property, or the class where it is none of its members.</summary>
    public MemberDeclarationSyntax? Member => Node.FirstAncestorOrSelf<MemberDeclarationSyntax>();

    public AttributeSyntax? Attribute => Node.FirstAncestorOrSelf<AttributeSyntax>();

    public PropertyDeclarationSyntax? Property => Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>();

    public MethodDeclarationSyntax? Method => Node.FirstAncestorOrSelf<MethodDeclarationSyntax>();

    public TypeDeclarationSyntax? Class => Node.FirstAncestorOrSelf<TypeDeclarationSyntax>();
}
