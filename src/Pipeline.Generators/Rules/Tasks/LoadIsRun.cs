using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Where there are tasks, each load is run by one.</summary>
internal sealed class LoadIsRun : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.LoadIsRun,
        "No task runs a load",
        "No task runs the loads of '{0}'; give one [Runs<{0}>], after what '{0}' reads");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        if (!model.All<TaskObject>().Any()) yield break;
        var run = new HashSet<QualifiedName>(model.All<TaskObject>().SelectMany(t => t.Runs));
        foreach (var table in model.All<TableObject>().Where(t => t.Loads.Count > 0 && !run.Contains(t.Name))) yield return Problem(table, ModelView.Short(table));
    }
}
