using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Names;

/// <summary>A name with small letters is written in capitals.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteInCapitals))]
[Shared]
public sealed class WriteInCapitals() : ModelFix(RuleIds.NameNeedsQuotes)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("Name") is { } name && name.Text() is { } text && text.ToUpperInvariant() is var capitals && capitals != text
            ? new($"Name it {capitals}", new TextChange(name.Expression.Span, $"\"{capitals}\""))
            : null;
}
