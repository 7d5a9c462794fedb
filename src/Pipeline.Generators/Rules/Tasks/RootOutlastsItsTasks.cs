using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A graph may run for as long as its tasks may.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-task"/></remarks>
internal sealed class RootOutlastsItsTasks : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.RootOutlastsItsTasks,
        "A task may run for longer than its graph",
        "'{0}' may run for {1} minutes, and its graph '{2}' is cancelled after {3}; raise TimeoutMinutes of the root, or lower that of the task");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var task in model.All<TaskObject>().Where(t => !t.IsRoot && !t.IsFinalizer && t.TimeoutMinutes > 0))
        {
            if (model.Graph(task.Root).FirstOrDefault(t => t.IsRoot) is { TimeoutMinutes: > 0 } root && task.TimeoutMinutes > root.TimeoutMinutes)
            {
                yield return Problem(task, AtKind, ModelView.Short(task), task.TimeoutMinutes, ModelView.Short(root), root.TimeoutMinutes);
            }
        }
    }
}
