using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A table that a pipe fills isn't filled by a task too.</summary>
/// <remarks>
/// A pipe and a table's copies keep separate histories of files, so that both load each file.
/// <see href="https://docs.snowflake.com/en/user-guide/data-load-snowpipe-intro"/>
/// </remarks>
internal sealed class NoTaskCopiesForAPipe : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NoTaskCopiesForAPipe,
        "A task copies what a pipe loads",
        "'{0}' runs '{1}', which '{2}' fills by itself; take [Runs<{1}>] away, and let tasks read a stream of the table");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var pipes = model.All<PipeObject>().GroupBy(p => p.Table).ToDictionary(g => g.Key, g => g.First());
        foreach (var task in model.All<TaskObject>())
        {
            foreach (var name in task.Runs)
            {
                if (pipes.TryGetValue(name, out var pipe) && model.Table(name) is { } table) yield return Problem(task, AtAttribute("Runs", name), ModelView.Short(task), ModelView.Short(table), ModelView.Short(pipe));
            }
        }
    }
}
