using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A task runs what it loads in the order of its [Runs]: what is read comes before what reads it.</summary>
internal sealed class RunsAreInOrder : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.RunsAreInOrder,
        "A task loads something before what it reads",
        "'{0}' runs '{1}' before '{2}', which '{1}' reads, so that it finds what the run before left there; write [Runs<{2}>] first");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var task in model.All<TaskObject>().Where(t => t.Runs.Count > 1))
        {
            var runs = task.Runs.ToList();
            for (var i = 0; i < runs.Count; i++)
            {
                if (model.Named(runs[i]).FirstOrDefault() is not { } early) continue;
                var reads = Reads(model, early);
                foreach (var late in runs.Skip(i + 1).Where(reads.Contains).Where(late => late != runs[i]))
                {
                    // What reads each other has no order.
                    if (model.Named(late).FirstOrDefault() is not { } source || Reads(model, source).Contains(runs[i])) continue;
                    yield return Problem(task, AtAttribute("Runs", runs[i]), ModelView.Short(task), ModelView.Short(early), ModelView.Short(source));
                    break;
                }
            }
        }
    }

    private static HashSet<QualifiedName> Reads(ModelView model, CatalogObject item) => [.. (item switch
    {
        TableObject table => table.Loads.Select(l => l.Query),
        DynamicTableObject table => [table.Query],
        _ => Enumerable.Empty<Query>(),
    }).SelectMany(SourceCollector.NamesIn).Select(name => model.Stream(name)?.Source ?? name)];
}
