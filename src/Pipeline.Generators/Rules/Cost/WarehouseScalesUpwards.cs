using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A warehouse scales from fewer clusters to more, and says how only where it does.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/warehouses-multicluster"/></remarks>
internal sealed class WarehouseScalesUpwards : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.WarehouseScalesUpwards, "A warehouse can't scale as it says", "'{0}' can't scale as it says: {1}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not WarehouseObject warehouse) yield break;
        if (warehouse.MinClusters > warehouse.MaxClusters)
        {
            yield return Problem(context.KindLocation, context.Type.Name, $"it starts with {warehouse.MinClusters} clusters and has at most {warehouse.MaxClusters}; say MaxClusters = {warehouse.MinClusters} or more");
        }
        else if (warehouse.Scaling != ScalingPolicy.Standard && warehouse.MinClusters == warehouse.MaxClusters)
        {
            yield return Problem(context.KindLocation, context.Type.Name, $"with {(warehouse.MaxClusters == 1 ? "one cluster" : "as many clusters at least as at most")} there is nothing to start; say a larger MaxClusters, or leave Scaling out");
        }
    }
}
