using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>What has to be exact is no float: a key, a tracked column, a measure.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeItADecimal))]
[Shared]
public sealed class MakeItADecimal() : ModelFix(RuleIds.KeyCanBeCompared, RuleIds.FloatIsNotTracked, RuleIds.MeasureIsExact)
{
    private protected override SourceEdit? Find(Place place) => place.Property?.AsDecimal();
}
