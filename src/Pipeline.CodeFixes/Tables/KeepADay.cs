using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>What is transient keeps its past for a day.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepADay))]
[Shared]
public sealed class KeepADay() : ModelFix(RuleIds.TransientRetention, RuleIds.SchemaFitsItsDatabase)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } kind ? new("Say RetentionDays = 1", kind.Set("RetentionDays", "1")) : null;
}
