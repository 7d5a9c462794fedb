using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A method has the form that its attribute asks for.</summary>
internal sealed class MethodHasItsForm : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.MethodHasItsForm,
        "A method has another form than its attribute asks for",
        "[{0}] can't read '{1}': {2}; write {3}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        foreach (var word in MethodForms.Words)
        {
            foreach (var method in context.Type.OrderedMembers().OfType<IMethodSymbol>().Where(m => m.Has(word)))
            {
                if (MethodForms.Problem(method, word, context.Type) is { } wrong) yield return Problem(method.Locations.FirstOrDefault(), word, method.Name, wrong.What, wrong.Form);
            }
        }
    }
}
