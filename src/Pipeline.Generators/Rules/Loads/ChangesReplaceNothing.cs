using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A load that replaces its table reads all that the table is to hold, not what changed since the last run.</summary>
internal sealed class ChangesReplaceNothing : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.ChangesReplaceNothing,
        "A table is replaced by the changes of a stream",
        "'{0}' is replaced by what '{1}' shows in one run, and a run that finds nothing there empties it; read Query<{2}>, or leave LoadMode.Replace out");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var table in model.All<TableObject>())
        {
            foreach (var load in table.Loads.Where(l => l.Mode == LoadMode.Replace))
            {
                if (SourceCollector.NamesIn(load.Query).Select(model.Stream).FirstOrDefault(s => s is not null) is not { } stream) continue;
                var source = model.Named(stream.Source).FirstOrDefault();
                yield return Problem(table, QueryPlace.OfLoad(load), ModelView.Short(table), ModelView.Short(stream), source is null ? stream.Source.Name : ModelView.Short(source));
            }
        }
    }
}
