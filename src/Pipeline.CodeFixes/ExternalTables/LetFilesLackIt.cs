using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.ExternalTables;

/// <summary>A column of files may be null, since nothing keeps null out of a file.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetFilesLackIt))]
[Shared]
public sealed class LetFilesLackIt() : ModelFix(RuleIds.FilesPromiseNothing)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute is null && place.Property is { } property && !property.IsNullable() && property.Attribute("FromFile") is null
            ? new($"Let '{property.Identifier.ValueText}' take null", property.Retype(property.Type + "?"))
            : null;
}
