using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A warehouse sleeps between two runs.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/warehouses-considerations"/></remarks>
internal sealed class ScheduleLetsTheWarehouseSleep : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.ScheduleLetsTheWarehouseSleep,
        "A schedule keeps its warehouse awake",
        "'{0}' runs every {1} minutes, and '{2}' stops after {3} idle seconds, so it never stops; lower AutoSuspendSeconds, run less often, or let the streams start the graph");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var warehouses = model.All<WarehouseObject>().GroupBy(w => w.Name).ToDictionary(g => g.Key, g => g.First());
        foreach (var root in model.All<TaskObject>().Where(t => t.IsRoot && t.EveryMinutes > 0 && t.When.Count == 0))
        {
            if (warehouses.TryGetValue(root.Warehouse, out var warehouse) && warehouse.AutoSuspendSeconds >= root.EveryMinutes * 60)
            {
                yield return Problem(root, AtKind, ModelView.Short(root), root.EveryMinutes, ModelView.Short(warehouse), warehouse.AutoSuspendSeconds);
            }
        }
    }
}
