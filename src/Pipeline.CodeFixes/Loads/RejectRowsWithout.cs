using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Loads;

/// <summary>A row of a load that lacks the value is kept as rejected.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RejectRowsWithout))]
[Shared]
public sealed class RejectRowsWithout() : ModelFix(RuleIds.NullIntoNotNull)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Method?.Attribute("Load") is not null && place.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>()?.Right is { } value && IsSimple(value)
            ? new("Reject rows without it", new TextChange(new(value.Span.End, 0), ".OrReject()"))
            : null;

    // Of anything else the call would belong to its last part alone.
    private static bool IsSimple(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax;
}
