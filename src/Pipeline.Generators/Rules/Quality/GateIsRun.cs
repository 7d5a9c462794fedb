using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A gate has checks, and a task runs it.</summary>
/// <remarks>A gate that nothing runs lets all pass. <see href="https://docs.snowflake.com/en/user-guide/tasks-graphs"/></remarks>
internal sealed class GateIsRun : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.GateIsRun,
        "A gate lets all pass",
        "'{0}' {1}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var gate in model.All<GateObject>())
        {
            var name = ModelView.Short(gate);
            if (gate.Checks.Count == 0)
            {
                yield return Problem(gate, AtKind, name, "has no check; write a static method with [Check] that returns Query<T> with what is wrong");
            }
            else if (!model.All<TaskObject>().Any(t => t.Runs.Contains(gate.Name)))
            {
                yield return Problem(gate, AtKind, name, $"is run by no task; give one [Runs<{name}>], and let what depends on it wait for it");
            }
        }
    }
}
