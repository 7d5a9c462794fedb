using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>No graph is triggered by the stream of an external table.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tasks-triggered#limitations"/></remarks>
internal sealed class FilesTriggerNoTask : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FilesTriggerNoTask,
        "A graph is triggered by the stream of an external table",
        "'{0}' has no schedule, and would be triggered by '{1}', a stream on an external table, which triggers nothing; give it Cron or EveryMinutes");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var root in model.All<TaskObject>().Where(t => t.IsTriggered))
        {
            var streams = root.When.Count > 0 ? root.When : model.TablesOf(root.Name).SelectMany(t => t.Loads).SelectMany(l => l.Streams);
            if (streams.Select(model.Stream).OfType<StreamObject>().FirstOrDefault(s => model.Table(s.Source) is ExternalTableObject) is { } stream)
            {
                yield return Problem(root, AtKind, ModelView.Short(root), ModelView.Short(stream));
            }
        }
    }
}
