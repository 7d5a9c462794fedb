using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>A load of a table without a key only adds rows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AppendItsRows))]
[Shared]
public sealed class AppendItsRows() : ModelFix(RuleIds.MergeNeedsKey)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Method?.Attribute("Load") is { ArgumentList: null } load ? new("Append: [Load(LoadMode.Append)]", new TextChange(new(load.Span.End, 0), "(LoadMode.Append)")) : null;
}
