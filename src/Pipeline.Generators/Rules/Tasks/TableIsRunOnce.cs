using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A table is loaded by one task.</summary>
internal sealed class TableIsRunOnce : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.TableIsRunOnce,
        "Two tasks run the same loads",
        "'{0}' runs '{1}', which '{2}' runs already; of two runs at once one waits for the other's lock or fails, so keep one of them");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var first = new Dictionary<QualifiedName, TaskObject>();
        foreach (var task in model.All<TaskObject>())
        {
            foreach (var name in task.Runs)
            {
                if (!first.TryGetValue(name, out var other)) first.Add(name, task);
                else if (other != task) yield return Problem(task, AtAttribute("Runs", name), ModelView.Short(task), model.Table(name) is { } table ? ModelView.Short(table) : name.ToString(), ModelView.Short(other));
            }
        }
    }
}
