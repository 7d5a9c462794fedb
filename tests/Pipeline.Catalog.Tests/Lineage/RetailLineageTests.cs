using Pipeline.Catalog.Json;
using Pipeline.Catalog.Lineage;
using Pipeline.Testing;

namespace Pipeline.Catalog.Tests.Lineage;

/// <summary>The sample's columns, and what loads add to them by themselves, told by reading the model.</summary>
public sealed class RetailLineageTests
{
    private static readonly CompiledCatalog Catalog =
        CatalogJson.ReadManifest(File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json")));

    private static readonly LineageGraph Graph = LineageGraph.Of(Catalog);

    [Theory]
    // A copy takes a field by the header's name; JSON lands whole.
    [InlineData("LANDING.RAW_SALES.QUANTITY", "@LANDING.SALES_STAGE:QUANTITY passes")]
    [InlineData("LANDING.RAW_PRODUCTS.DOCUMENT", "@LANDING.PRODUCTS_STAGE:$1 passes")]
    // Staging parses texts, and takes fields of documents by their paths.
    [InlineData("STAGING.STG_SALES.TOTAL_AMOUNT", "LANDING.RAW_SALES.QUANTITY transformed, LANDING.RAW_SALES.UNIT_PRICE transformed")]
    [InlineData("STAGING.STG_PRODUCTS.LIST_PRICE", "LANDING.RAW_PRODUCTS.DOCUMENT:price.amount transformed")]
    // A version begins with the sequence of its event, and ends with that of the next; that it is the current one depends on the same.
    [InlineData("CURATED.DIM_CUSTOMER.START_DATE", "STAGING.STG_CUSTOMERS.UPDATED_AT passes")]
    [InlineData("CURATED.DIM_CUSTOMER.END_DATE", "STAGING.STG_CUSTOMERS.UPDATED_AT passes")]
    [InlineData("CURATED.DIM_CUSTOMER.IS_CURRENT", "STAGING.STG_CUSTOMERS.UPDATED_AT transformed")]
    // A member that facts know first has the fact's key.
    [InlineData("CURATED.DIM_CUSTOMER.CUSTOMER_ID",
        "STAGING.STG_CLICKSTREAM.CUSTOMER_ID passes, STAGING.STG_CUSTOMERS.CUSTOMER_ID passes, STAGING.STG_SALES.CUSTOMER_ID passes")]
    // A fact has the dimension's surrogate key.
    [InlineData("CURATED.FACT_SALES.CUSTOMER_KEY", "CURATED.DIM_CUSTOMER.CUSTOMER_KEY passes")]
    [InlineData("ANALYTICS.MV_DAILY_SALES_SUMMARY.TOTAL_SALES", "CURATED.FACT_SALES.TOTAL_AMOUNT aggregated")]
    public void Value_comes_from(string column, string sources) => Assert.Equal(
        sources, string.Join(", ", Of(column).Sources.Where(s => s.IsDirect).Select(s => $"{s.Field} {s.Contribution switch
        {
            Contribution.PassesThrough => "passes",
            var other => other.ToString().ToLowerInvariant(),
        }}")));

    [Theory]
    [InlineData("CURATED.DIM_CUSTOMER.CUSTOMER_KEY", Origins.Sequence)]
    [InlineData("CURATED.FACT_SALES.LOADED_AT", Origins.Audit)]
    [InlineData("LANDING.RAW_SALES.FILE_NAME", Origins.File)]
    [InlineData("CURATED.DIM_DATE.FULL_DATE", Origins.Generated)]
    [InlineData("CURATED.DIM_CUSTOMER.IS_INFERRED", Origins.Constant)]
    [InlineData("MONITORING.LOAD_RUNS.ROWS_READ", Origins.Audit)]
    public void Value_of_no_column_says_its_origin(string column, Origins origin)
    {
        Assert.DoesNotContain(Of(column).Sources, s => s.IsDirect);
        Assert.Equal(origin, Of(column).Origins);
    }

    // The member by its business key, the version by the time of the sale.
    [Fact]
    public void Key_of_a_fact_is_decided_by_what_finds_the_version() => Assert.Equal(
        ["CURATED.DIM_CUSTOMER.CUSTOMER_ID", "CURATED.DIM_CUSTOMER.END_DATE", "CURATED.DIM_CUSTOMER.START_DATE", "STAGING.STG_SALES.CUSTOMER_ID", "STAGING.STG_SALES.SOLD_AT"],
        Of("CURATED.FACT_SALES.CUSTOMER_KEY").Sources.Where(s => s.Ways == Ways.Join).Select(s => s.Field.ToString()));

    // What is tracked opens a version, so it decides how many rows there are; a name that is overwritten doesn't.
    [Fact]
    public void Versions_of_a_dimension_are_decided_by_what_is_tracked()
    {
        var decides = Graph.RowsOf(new("CURATED", "DIM_CUSTOMER")).Select(s => s.Field.ToString()).ToList();
        Assert.Subset(decides.ToHashSet(), new HashSet<string>
        {
            "STAGING.STG_CUSTOMERS.SEGMENT", "STAGING.STG_CUSTOMERS.CITY", "STAGING.STG_CUSTOMERS.CUSTOMER_ID", "STAGING.STG_CUSTOMERS.UPDATED_AT",
        });
    }

    [Fact]
    public void Measure_is_followed_up_to_the_fields_of_the_files_and_down_again()
    {
        var up = Leaves(new LineageTree(Graph).Up(Field("ANALYTICS.MV_DAILY_SALES_SUMMARY.WEB_SALES"))).ToHashSet();
        Assert.Equal(["@LANDING.SALES_STAGE:QUANTITY", "@LANDING.SALES_STAGE:UNIT_PRICE"], up.Order(StringComparer.Ordinal));

        var down = Leaves(new LineageTree(Graph).Down(new(new("LANDING", "SALES_STAGE"), "UNIT_PRICE", IsFile: true))).ToHashSet();
        Assert.Subset(down, new HashSet<string> { "ANALYTICS.MV_DAILY_SALES_SUMMARY.WEB_SALES", "ANALYTICS.MV_DAILY_SALES_SUMMARY.TOTAL_SALES", "CURATED.FACT_SALES.UNIT_PRICE" });
    }

    [Fact]
    public void Tree_ends_at_the_depth_asked_for_and_says_that_it_goes_on()
    {
        var tree = new LineageTree(Graph, depth: 1).Up(Field("CURATED.FACT_SALES.TOTAL_AMOUNT"));
        var staged = Assert.Single(tree.Nodes);
        Assert.Equal("STAGING.STG_SALES.TOTAL_AMOUNT", staged.Field.ToString());
        Assert.True(staged.IsCut);
        Assert.Empty(staged.Nodes);
    }

    private static IEnumerable<string> Leaves(LineageNode node) => node.Nodes.Count == 0 ? [node.Field.ToString()] : node.Nodes.SelectMany(Leaves);

    private static ColumnLineage Of(string column) => Graph.Of(Field(column));

    private static FieldName Field(string column) => new(QualifiedName.Parse(column[..column.LastIndexOf('.')]), column[(column.LastIndexOf('.') + 1)..]);
}
