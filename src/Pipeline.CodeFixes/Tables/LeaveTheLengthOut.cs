using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>A text without a length may have any.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveTheLengthOut))]
[Shared]
public sealed class LeaveTheLengthOut() : ModelFix(RuleIds.TextIsInRange)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } length ? new($"Remove [{length.SimpleName()}]", length.Remove()) : null;
}
