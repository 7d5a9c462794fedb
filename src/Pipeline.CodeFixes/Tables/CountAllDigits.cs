using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>The first number of [Number] counts the digits behind the point too.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CountAllDigits))]
[Shared]
public sealed class CountAllDigits() : ModelFix(RuleIds.NumberIsInRange)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.ArgumentList?.Arguments is [var precision, var scale] && precision.Number() is { } digits && scale.Number() is { } behind && behind > digits && digits >= 0 && digits + behind <= 38
            ? new($"Make it [Number({digits + behind}, {behind})]", new TextChange(precision.Span, FormattableString.Invariant($"{digits + behind}")))
            : null;
}
