using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Two classes don't become one object.</summary>
internal sealed class NameIsTaken : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NameIsTaken, "Two classes have one name in the account", "'{0}' and '{1}' would both be {2}; give one of them another Name");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var first = ModelIndex.Of(context.Compilation, context.Cancellation).FirstOf(context.Type, context.Name);
        if (first is not null) yield return Problem(context.Type.Locations.FirstOrDefault(), context.Type.Name, first.Name, context.Name.ToString());
    }
}
