using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>The platform's own tables have their names for themselves.</summary>
internal sealed class PlatformNameIsFree : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.PlatformNameIsFree,
        "A class takes the name of a table of the platform",
        "'{0}' would be {1}, where the platform keeps {2}; give it another Name");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var catalog = new CompiledCatalog(model.Objects.Where(o => o is RunLedgerObject).ToEquatableArray());
        var taken = new Dictionary<QualifiedName, string> { [PlatformTables.LoadRuns(catalog)] = "the runs of loads", [PlatformTables.LoadOffsets(catalog)] = "the offsets of streams", [PlatformTables.QualityMetrics(catalog)] = "the results of checks" };
        foreach (var table in model.All<TableObject>().Where(t => t.Loads.Count + t.Copies.Count > 0)) taken[PlatformTables.RejectedOf(table.Name)] = $"the rows that '{ModelView.Short(table)}' rejects";
        if (model.All<RunLedgerObject>().FirstOrDefault() is { } ledger && model.All<TaskObject>().Any(t => t.Runs.Contains(ledger.Name)))
        {
            taken[MonitoringTables.TaskRuns(catalog)] = "the runs of tasks";
            taken[MonitoringTables.StreamStates(catalog)] = "the states of streams";
            taken[MonitoringTables.PipeStates(catalog)] = "the states of pipes";
            taken[MonitoringTables.ClusteringStates(catalog)] = "the states of clustered tables";
            taken[MonitoringTables.ResourceMonitorStates(catalog)] = "the states of resource monitors";
        }

        if (model.All<AlertObject>().Any()) taken[MonitoringTables.AlertLog(catalog)] = "what alerts have told";
        if (model.Objects.Any(o => o.Freshness is not null)) taken[FreshnessView.NameIn(catalog)] = "how fresh tables are";
        foreach (var item in model.Objects.Where(RowObjects.HasColumns))
        {
            if (taken.TryGetValue(item.Name, out var what)) yield return Problem(item, AtKind, ModelView.Short(item), item.Name.ToString(), what);
        }
    }
}
