using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What one method says, no second one says otherwise: it would never be read.</summary>
internal sealed class ClassIsDefinedOnce : ModelRule
{
    private static readonly string[] Once = ["Define", "Alarms", "UnknownMember", "Rows", "Allow"];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ClassIsDefinedOnce, "Two methods say what one does", "'{0}' and '{1}' of '{2}' both have [{3}], of which one alone is read; keep one of them, or let one call the other");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var word in Once)
        {
            var methods = context.Type.OrderedMembers().Where(m => m is IMethodSymbol && m.Has(word)).ToList();
            foreach (var second in methods.Skip(1)) yield return Problem(second.Locations.FirstOrDefault(), methods[0].Name, second.Name, context.Type.Name, word);
        }
    }
}
