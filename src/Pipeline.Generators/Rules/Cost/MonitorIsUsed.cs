using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A resource monitor counts the credits of something.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/resource-monitors"/></remarks>
internal sealed class MonitorIsUsed : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.MonitorIsUsed, "A resource monitor counts nothing", "'{0}' is of no warehouse, so nothing is limited; write [LimitedBy<{0}>] on a warehouse, or OfAccount = true");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var used = new HashSet<QualifiedName>(model.All<WarehouseObject>().Select(w => w.Monitor).OfType<QualifiedName>());
        return model.All<ResourceMonitorObject>().Where(m => !m.OfAccount && !used.Contains(m.Name)).Select(m => Problem(m, ModelView.Short(m)));
    }
}
