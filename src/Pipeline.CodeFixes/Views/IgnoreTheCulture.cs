using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Views;

/// <summary>A text is changed by the same letters on every machine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoreTheCulture))]
[Shared]
public sealed class IgnoreTheCulture() : ModelFix(RuleIds.Untranslatable)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "ToUpper" or "ToLower" } name } }
            ? new($"Use {name}Invariant()", new TextChange(name.Span, name + "Invariant"))
            : null;
}
