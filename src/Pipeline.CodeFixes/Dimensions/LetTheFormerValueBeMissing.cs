using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Dimensions;

/// <summary>Before the first change there is no former value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LetTheFormerValueBeMissing))]
[Shared]
public sealed class LetTheFormerValueBeMissing() : ModelFix(RuleIds.RoleHasWhatItNeeds)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Property is { } property && property.Attribute("Previous") is not null && !property.IsNullable()
            ? new($"Make '{property.Identifier.ValueText}' nullable", property.Retype(property.Type + "?"))
            : null;
}
