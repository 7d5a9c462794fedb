using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Dimensions;

/// <summary>A history closes the version of a member that is deleted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CloseDeletedMembers))]
[Shared]
public sealed class CloseDeletedMembers() : ModelFix(RuleIds.SettingFitsTheDimension)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Class?.Attribute("Dimension") is { } dimension && dimension.Named("Deletes")?.Expression.ToString() == "Deletes.Remove"
            ? new("Say Deletes = Deletes.Close", dimension.Set("Deletes", "Deletes.Close"))
            : null;
}
