using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A graph has as many tasks as Snowflake takes.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tasks-graphs"/></remarks>
internal sealed class GraphIsNotTooLarge : CatalogRule
{
    private const int MostTasks = 1000;
    private const int MostChildren = 100;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.GraphIsNotTooLarge,
        "A task graph is too large",
        "'{0}' has {1}; Snowflake takes {2}, so {3}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var graph in model.All<TaskObject>().GroupBy(t => t.Root))
        {
            var tasks = graph.ToList();
            if (tasks.Count > MostTasks && tasks.FirstOrDefault(t => t.IsRoot) is { } root) yield return Problem(root, AtKind, ModelView.Short(root), $"{tasks.Count} tasks", MostTasks, "make a second graph of a part of them");
            foreach (var children in tasks.SelectMany(t => t.After).GroupBy(n => n).Where(g => g.Count() > MostChildren))
            {
                if (tasks.FirstOrDefault(t => t.Name == children.Key) is { } parent) yield return Problem(parent, AtKind, ModelView.Short(parent), $"{children.Count()} tasks that wait for it", MostChildren, "let some of them wait for each other");
            }
        }
    }
}
