using Pipeline.Catalog.Json;
using Pipeline.Testing;

namespace Pipeline.Catalog.Tests.Facts;

/// <summary>A stream that is called by its tables follows when these are renamed.</summary>
public sealed class RenamedStreamTests
{
    [Fact]
    public void Streams_of_changed_members_follow_their_dimension_and_their_fact()
    {
        var sample = CatalogJson.ReadManifest(File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json")));
        var renamed = sample.Objects.Where(o => o.Name.Name != "DIM_CUSTOMER_FOR_FACT_SALES_STREAM").Select(o => o switch
        {
            TableObject { Name.Name: "DIM_CUSTOMER" } table => table with { FormerNames = [new("CURATED", "DIM_CLIENT")] },
            TableObject { Name.Name: "FACT_SALES" } table => table with { FormerNames = [new("CURATED", "FACT_ORDERS")] },
            _ => o,
        });

        var stream = CatalogCompletion.Complete(new(renamed.ToEquatableArray())).Find<StreamObject>(new("CURATED", "DIM_CUSTOMER_FOR_FACT_SALES_STREAM"))!;
        Assert.Equal(
            ["CURATED.DIM_CUSTOMER_FOR_FACT_ORDERS_STREAM", "CURATED.DIM_CLIENT_FOR_FACT_SALES_STREAM", "CURATED.DIM_CLIENT_FOR_FACT_ORDERS_STREAM"],
            stream.FormerNames.Select(n => n.ToString()));
    }
}
