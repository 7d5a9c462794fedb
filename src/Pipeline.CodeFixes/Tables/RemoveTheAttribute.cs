using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>An attribute that says too much goes: a second kind, a size of a type that has none or of any, a load that something else runs, a role that means nothing there or is another column's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveTheAttribute))]
[Shared]
public sealed class RemoveTheAttribute() : ModelFix(
    RuleIds.ClassIsOfOneKind, RuleIds.TextIsInRange, RuleIds.SizeFitsTheType, RuleIds.NoTaskCopiesForAPipe, RuleIds.TableIsRunOnce,
    RuleIds.RoleBelongsToTheKind, RuleIds.RoleIsGivenOnce, RuleIds.FilesPromiseNothing)
{
    private protected override SourceEdit? Find(Place place) => place.Attribute is { } attribute ? new($"Remove [{attribute.Name}]", attribute.Remove()) : null;
}
