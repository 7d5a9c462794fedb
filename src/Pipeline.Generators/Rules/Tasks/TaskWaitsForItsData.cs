using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A task waits for those that load what it reads.</summary>
internal sealed class TaskWaitsForItsData : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.TaskWaitsForItsData,
        "A task doesn't wait for what it reads",
        "'{0}' loads '{1}', which reads '{2}', and doesn't wait for '{3}', which loads that; add [After<{3}>]");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var graph in model.All<TaskObject>().GroupBy(t => t.Root))
        {
            var loadedBy = new Dictionary<QualifiedName, TaskObject>();
            foreach (var task in graph)
            {
                foreach (var name in task.Runs.Where(n => !loadedBy.ContainsKey(n))) loadedBy.Add(name, task);
            }

            var byName = graph.GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());
            foreach (var task in graph.Where(t => !t.IsFinalizer))
            {
                var before = Before(task, byName);
                var missing = new HashSet<QualifiedName>();
                foreach (var (table, read) in task.Runs.Select(model.Table).OfType<TableObject>().SelectMany(t => Reads(model, t).Select(r => (t, r))))
                {
                    if (read == table.Name || !loadedBy.TryGetValue(read, out var other) || other.Name == task.Name || before.Contains(other.Name) || !missing.Add(other.Name)) continue;
                    yield return Problem(task, AtKind, ModelView.Short(task), ModelView.Short(table), model.Table(read) is { } source ? ModelView.Short(source) : read.ToString(), ModelView.Short(other));
                }
            }
        }
    }

    private static IEnumerable<QualifiedName> Reads(ModelView model, TableObject table) => table.Loads
        .SelectMany(l => SourceCollector.NamesIn(l.Query)).Select(name => model.Stream(name)?.Source ?? name).Distinct();

    private static HashSet<QualifiedName> Before(TaskObject task, Dictionary<QualifiedName, TaskObject> byName)
    {
        var before = new HashSet<QualifiedName>();
        var open = new Stack<QualifiedName>(task.After);
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!before.Add(name) || !byName.TryGetValue(name, out var found)) continue;
            foreach (var earlier in found.After) open.Push(earlier);
        }

        return before;
    }
}
