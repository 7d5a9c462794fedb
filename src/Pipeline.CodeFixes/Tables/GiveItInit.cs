using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>A property that can only be read is a column once it has init.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveItInit))]
[Shared]
public sealed class GiveItInit() : ModelFix(RuleIds.PropertyIsNoColumn)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Property is { AccessorList.Accessors: [var get] } property && get.IsKind(SyntaxKind.GetAccessorDeclaration) && get.Body is null && get.ExpressionBody is null
            ? new($"Give '{property.Identifier.ValueText}' init", new TextChange(new(get.Span.End, 0), " init;"))
            : null;
}
