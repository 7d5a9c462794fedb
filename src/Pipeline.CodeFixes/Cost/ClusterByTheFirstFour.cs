using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Cost;

/// <summary>A table is clustered by four columns at most.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ClusterByTheFirstFour))]
[Shared]
public sealed class ClusterByTheFirstFour() : ModelFix(RuleIds.ClusterKeyIsShort)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("ClusterBy")?.Expression is CollectionExpressionSyntax { Elements: { Count: > 4 } columns }
            ? new("Cluster by the first four", new TextChange(TextSpan.FromBounds(columns[3].Span.End, columns.Last().Span.End), ""))
            : null;
}
