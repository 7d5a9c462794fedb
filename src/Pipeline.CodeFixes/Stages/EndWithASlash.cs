using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Stages;

/// <summary>A folder ends with a slash.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EndWithASlash))]
[Shared]
public sealed class EndWithASlash() : ModelFix(RuleIds.PlaceEndsWithASlash, RuleIds.ExternalTableLiesInAFolder)
{
    private protected override SourceEdit? Find(Place place) =>
        (place.Attribute?.Named("Path") ?? place.Attribute?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null))?.Expression is LiteralExpressionSyntax { Token: { Value: string { Length: > 0 } path } token } && !path.EndsWith("/", StringComparison.Ordinal)
            ? new("End it with '/'", new TextChange(new(token.Span.End - 1, 0), "/"))
            : null;
}
