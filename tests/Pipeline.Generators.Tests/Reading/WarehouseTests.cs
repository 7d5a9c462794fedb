using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Reading;

public sealed class WarehouseTests
{
    [Fact]
    public void Warehouse_is_read_with_its_clusters_and_how_it_scales()
    {
        var warehouse = CompiledModel.Of("[Warehouse(MinClusters = 2, MaxClusters = 4, Scaling = ScalingPolicy.Economy)] public sealed class Wh;").Object<WarehouseObject>("WH");
        Assert.Equal((2, 4, ScalingPolicy.Economy), (warehouse.MinClusters, warehouse.MaxClusters, warehouse.Scaling));
    }

    [Theory]
    [InlineData("MinClusters = 2", "it starts with 2 clusters and has at most 1; say MaxClusters = 2 or more")]
    [InlineData("Scaling = ScalingPolicy.Economy", "with one cluster there is nothing to start; say a larger MaxClusters, or leave Scaling out")]
    public void Warehouse_that_can_not_scale_is_refused_with_the_reason(string says, string why) => Assert.Equal(
        [$"PL0808 'Wh' can't scale as it says: {why}"],
        CompiledModel.Of($"[Warehouse({says})] public sealed class Wh;").Object<WarehouseObject>("WH").Findings.Select(f => $"{f.Rule} {f.Message}"));
}
