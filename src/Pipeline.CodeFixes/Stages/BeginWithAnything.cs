using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Stages;

/// <summary>A pattern is compared with the whole path, so that it begins with any folders.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BeginWithAnything))]
[Shared]
public sealed class BeginWithAnything() : ModelFix(RuleIds.PatternMatchesWholePaths)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("Pattern")?.Expression is LiteralExpressionSyntax { Token: { Value: string } token } && token.Text.IndexOf('"') is var quote
            ? new("Begin it with '.*'", new TextChange(new(token.SpanStart + quote + 1, 0), ".*"))
            : null;
}
