using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tasks;

/// <summary>A graph that nothing starts runs each hour.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunItHourly))]
[Shared]
public sealed class RunItHourly() : ModelFix(RuleIds.NothingStartsTheGraph, RuleIds.FilesTriggerNoTask)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } root && root.SimpleName() == "RootTask" ? new("Say EveryMinutes = 60", root.Set("EveryMinutes", "60")) : null;
}
