using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Stages;

/// <summary>Fields are enclosed by quotation marks, which is what is meant when nothing is said.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EncloseByQuotes))]
[Shared]
public sealed class EncloseByQuotes() : ModelFix(RuleIds.CsvCharactersDiffer)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("EnclosedBy") is { } enclosed && place.Attribute.Named("FieldDelimiter")?.Expression.ToString() == enclosed.Expression.ToString()
            ? new("Remove EnclosedBy", enclosed.Remove())
            : null;
}
