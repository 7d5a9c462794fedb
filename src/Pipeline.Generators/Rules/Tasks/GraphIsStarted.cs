using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A root has a schedule, or streams whose data start its graph.</summary>
/// <remarks>
/// Without either Snowflake has nothing to run it by. A graph that copies files is started by no stream: nobody knows beforehand whether there are new ones.
/// <see href="https://docs.snowflake.com/en/user-guide/tasks-triggered"/>
/// </remarks>
internal sealed class GraphIsStarted : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.NothingStartsTheGraph, "Nothing starts a task graph", "'{0}' has no schedule, and {1}; give it Cron or EveryMinutes, or a stream with [When<>]");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var root in model.All<TaskObject>().Where(t => t.IsTriggered && t.When.Count == 0))
        {
            var tables = model.TablesOf(root.Name).ToList();
            if (tables.FirstOrDefault(t => t.Copies.Count > 0) is { } copied) yield return Problem(root, AtKind, ModelView.Short(root), $"its graph copies files into '{ModelView.Short(copied)}', of which no stream tells");
            else if (tables.FirstOrDefault(t => t is ExternalTableObject) is { } external) yield return Problem(root, AtKind, ModelView.Short(root), $"its graph refreshes '{ModelView.Short(external)}', of whose files no stream tells before");
            else if (!tables.Any(t => t.Loads.Any(l => l.Streams.Count > 0))) yield return Problem(root, AtKind, ModelView.Short(root), "its graph reads no stream that could trigger it");
        }
    }
}
