using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Names;

/// <summary>A name with dots keeps its last part: the schema is the type argument.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOutTheSchema))]
[Shared]
public sealed class LeaveOutTheSchema() : ModelFix(RuleIds.NameCanBeWritten)
{
    private protected override SourceEdit? Find(Place place) =>
        place.Attribute?.Named("Name") is { } name && name.Text() is { } text && text.LastIndexOf('.') is > 0 and var dot && dot < text.Length - 1
            ? new($"Leave '{text.Substring(0, dot)}' to the type argument", new TextChange(name.Expression.Span, $"\"{text.Substring(dot + 1)}\""))
            : null;
}
