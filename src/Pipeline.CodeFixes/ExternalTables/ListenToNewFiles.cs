using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.ExternalTables;

/// <summary>An external table takes up new files as the bucket announces them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ListenToNewFiles))]
[Shared]
public sealed class ListenToNewFiles() : ModelFix(RuleIds.ExternalTableIsRefreshed)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is { } kind ? new("Say AutoRefresh = true", kind.Set("AutoRefresh", "true")) : null;
}
