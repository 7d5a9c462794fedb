using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Tables;

/// <summary>A number that is out of range becomes the nearest that is in it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayTheNearestNumber))]
[Shared]
public sealed class SayTheNearestNumber() : ModelFix(RuleIds.NumberOfAnAttributeIsInRange, RuleIds.TaskNumberOutOfRange)
{
    private protected override SourceEdit? Find(Place place)
    {
        if (place.Attribute is not { } kind) return null;
        foreach (var argument in kind.ArgumentList?.Arguments ?? [])
        {
            if (argument.NameEquals?.Name.Identifier.ValueText is not { } name || argument.Number() is not { } value) continue;
            var isTask = kind.SimpleName() is "RootTask" or "Task" or "Finalizer";
            if ((isTask ? TaskNumbersAreInRange.Nearest(name, value) : NumberOfAnAttributeIsInRange.Nearest(kind.SimpleName(), name, value)) is { } nearest)
            {
                return new($"Say {name} = {nearest}", kind.Set(name, nearest.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return null;
    }
}
