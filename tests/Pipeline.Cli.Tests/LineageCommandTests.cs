using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Pipeline.Cli.Tests;

public sealed partial class LineageCommandTests
{
    [Fact]
    public void Column_is_shown_with_all_that_it_is_made_of()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("lineage", "ANALYTICS.TOTALS.AMOUNT", "--model", model.Folder));
        Assert.StartsWith("""
            ANALYTICS.TOTALS.AMOUNT  Totals.AMOUNT
            └─ CURATED.FACT_ORDERS.AMOUNT  aggregated
               └─ STAGING.STG_ORDERS.AMOUNT  passes through
                  └─ LANDING.RAW_ORDERS.AMOUNT  transformed
                     └─ @LANDING.BUCKET:AMOUNT  passes through

            Which rows ANALYTICS.TOTALS has is decided by
               CURATED.DIM_CUSTOMER:
            """, model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_of_a_file_is_followed_down_to_what_is_made_of_it()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("lineage", "@LANDING.BUCKET:SEGMENT", "--down", "--depth", "2", "--model", model.Folder));
        Assert.Contains("└─ LANDING.RAW_CUSTOMERS.SEGMENT  passes through", model.Output, StringComparison.Ordinal);
        Assert.Contains("STAGING.STG_CUSTOMERS.SEGMENT  transformed ..", model.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CURATED.DIM_CUSTOMER.SEGMENT  ", model.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FACT_ORDERS.AMOUNT")]
    [InlineData("fact_orders.amount")]
    [InlineData("FactOrders.AMOUNT")]
    public void Column_is_found_as_other_commands_find_objects(string name)
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("lineage", name, "--model", model.Folder));
        Assert.StartsWith("CURATED.FACT_ORDERS.AMOUNT", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_table_is_shown_column_by_column()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("lineage", "DimCustomer", "--depth", "1", "--model", model.Folder));
        Assert.Contains("a number that the table gives to each new row", model.Output, StringComparison.Ordinal);
        Assert.All(["CUSTOMER_KEY", "CUSTOMER_ID", "SEGMENT", "START_AT", "END_AT", "IS_CURRENT"],
            c => Assert.Contains("\nCURATED.DIM_CUSTOMER." + c, "\n" + model.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CURATED.FACT_ORDERS.AMUONT", "CURATED.FACT_ORDERS has no column AMUONT. Nearest: AMOUNT, ")]
    [InlineData("CURATED.FACT_ORDER", "The model has no table, view, stream or stage called CURATED. Nearest: ")]
    [InlineData("FactOrder", "The model has no table, view, stream or stage called FactOrder. Nearest: FactOrders, ")]
    [InlineData("@LANDING.BUCKET:AMONT", "Nothing reads a field AMONT from @LANDING.BUCKET. Nearest: AMOUNT, ")]
    [InlineData("CURATED.FACT_ORDERS:AMOUNT", "CURATED.FACT_ORDERS is no stage; name a column of it: CURATED.FACT_ORDERS.COLUMN.")]
    public void Unknown_name_is_told_with_the_nearest_ones(string name, string told)
    {
        using var model = new ModelOnDisk();
        Assert.Equal(2, model.Pipeline("lineage", name, "--model", model.Folder));
        Assert.StartsWith(told, model.Error, StringComparison.Ordinal);
        Assert.Equal("", model.Output);
    }

    [Fact]
    public void Without_a_column_and_with_a_depth_of_none_it_says_what_is_missing()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(2, model.Pipeline("lineage", "--model", model.Folder));
        Assert.StartsWith("Name a column or an object", model.Error, StringComparison.Ordinal);
        Assert.Equal(2, model.Pipeline("lineage", "FactOrders", "--depth", "0", "--model", model.Folder));
        Assert.StartsWith("--depth 0 is no number of steps; give one from 1.", model.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_tree_with_every_way()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("lineage", "FACT_ORDERS.CUSTOMER_KEY", "--format", "json", "--model", model.Folder));
        using var json = JsonDocument.Parse(model.Output);
        var column = json.RootElement.GetProperty("columns")[0];
        var source = column.GetProperty("sources")[0];
        Assert.Equal("CURATED.FACT_ORDERS.CUSTOMER_KEY", column.GetProperty("field").GetString());
        Assert.Equal(("CURATED.DIM_CUSTOMER.CUSTOMER_KEY", "PassesThrough"), (source.GetProperty("field").GetString(), source.GetProperty("contribution").GetString()));
        Assert.Equal("Sequence", source.GetProperty("origins")[0].GetString());
        Assert.Contains(column.GetProperty("onlyFilters").EnumerateArray(), f =>
            f.GetProperty("field").GetString() == "STAGING.STG_ORDERS.ORDERED_AT" && f.GetProperty("ways")[0].GetString() == "Join");
        Assert.NotEmpty(json.RootElement.GetProperty("rowsDecidedBy").EnumerateArray());
    }

    [Fact]
    public void Mermaid_chart_goes_from_sources_to_targets()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("lineage", "FACT_ORDERS.AMOUNT", "--format", "mermaid", "--model", model.Folder));
        Assert.Equal("""
            flowchart LR
                c1["CURATED.FACT_ORDERS.AMOUNT"]
                c2["STAGING.STG_ORDERS.AMOUNT"]
                c2 -->|passes through| c1
                c3["LANDING.RAW_ORDERS.AMOUNT"]
                c3 -->|transformed| c2
                c4["@LANDING.BUCKET:AMOUNT"]
                c4 -->|passes through| c3

            """, model.Output);
    }

    [Fact]
    public void OpenLineage_tells_of_each_job_in_an_event_of_its_own()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("lineage", "--format", "openlineage", "--model", model.Folder));
        var events = model.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(
            ["ANALYTICS.TOTALS", "CURATED.DIM_DATE", "CURATED.SP_LOAD_DIM_CUSTOMER", "CURATED.SP_LOAD_FACT_ORDERS",
                "LANDING.SP_COPY_RAW_CUSTOMERS", "LANDING.SP_COPY_RAW_ORDERS", "STAGING.SP_LOAD_STG_CUSTOMERS", "STAGING.SP_LOAD_STG_ORDERS"],
            events.Select(e => e.GetProperty("job").GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(events, OpenLineageRules.Check);
    }

    [Fact]
    public void OpenLineage_of_a_fact_says_how_each_field_comes_about()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Pipeline("lineage", "FACT_ORDERS", "--format", "openlineage", "--model", model.Folder));
        using var json = JsonDocument.Parse(model.Output);
        var fact = json.RootElement.GetProperty("outputs").EnumerateArray().Single(o => o.GetProperty("name").GetString() == "CURATED.FACT_ORDERS");
        var fields = fact.GetProperty("facets").GetProperty("columnLineage").GetProperty("fields");

        Assert.Equal("STAGING.STG_ORDERS.AMOUNT DIRECT IDENTITY", Inputs(fields, "AMOUNT").Single());
        Assert.Equal(
            ["CURATED.DIM_CUSTOMER.CUSTOMER_KEY DIRECT IDENTITY", "CURATED.DIM_CUSTOMER.CUSTOMER_ID INDIRECT JOIN", "CURATED.DIM_CUSTOMER.END_AT INDIRECT JOIN",
                "CURATED.DIM_CUSTOMER.START_AT INDIRECT JOIN", "STAGING.STG_ORDERS.CUSTOMER_ID INDIRECT JOIN", "STAGING.STG_ORDERS.ORDERED_AT INDIRECT JOIN"],
            Inputs(fields, "CUSTOMER_KEY"));
    }

    // What the page shows is what the command writes about the sample, but for lines that move with every edit. PIPELINE_ACCEPT=1 writes the page anew.
    [Fact]
    public void Consumers_that_a_change_reaches_are_told_with_their_owners()
    {
        using var model = new ModelOnDisk();
        model.Write("sql/manifest.json", File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json")));
        Assert.Equal(0, model.Pipeline("lineage", "CURATED.FACT_SALES.TOTAL_AMOUNT", "--down", "--model", model.Folder));
        Assert.Contains("\nRead outside by\n", model.Output, StringComparison.Ordinal);
        Assert.Contains("   SALES_BOARD (Dashboard, bi@retail.example): ", model.Output, StringComparison.Ordinal);
        Assert.Equal(0, model.Pipeline("lineage", "CURATED.FACT_SALES.TOTAL_AMOUNT", "--down", "--format", "json", "--model", model.Folder));
        Assert.Contains("\"owner\": \"bi@retail.example\"", model.Output, StringComparison.Ordinal);
        Assert.Equal(0, model.Pipeline("lineage", "CURATED.FACT_SALES.TOTAL_AMOUNT", "--down", "--format", "mermaid", "--model", model.Folder));
        Assert.Contains("([\"SALES_BOARD\"])", model.Output, StringComparison.Ordinal);
        Assert.Equal(0, model.Pipeline("lineage", "CURATED.DIM_CUSTOMER.CUSTOMER_KEY", "--model", model.Folder));
        Assert.DoesNotContain("Read outside by", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_the_reference_shows_what_the_command_writes()
    {
        using var model = new ModelOnDisk();
        model.Write("sql/manifest.json", File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json")));
        var file = RepositoryRoot.File("docs", "reference", "lineage.md");
        var shown = 0;
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var written = Example().Replace(page, example =>
        {
            shown++;
            var arguments = example.Groups["arguments"].Value.Split(' ').Select(a => a.Trim('\''));
            Assert.Equal(0, model.Pipeline([.. arguments, "--model", model.Folder]));
            return $"```\n$ pipeline {example.Groups["arguments"].Value}\n{model.Output}```";
        });

        Assert.True(shown >= 3);
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1") File.WriteAllText(file, written);
        else Assert.Equal(Line().Replace(written, ".cs:n"), Line().Replace(page, ".cs:n"));
    }

    [GeneratedRegex(@"```\n\$ pipeline (?<arguments>lineage [^\n]+)\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\.cs:\d+")]
    private static partial Regex Line();

    private static IEnumerable<string> Inputs(JsonElement fields, string column) => fields.GetProperty(column).GetProperty("inputFields").EnumerateArray()
        .SelectMany(f => f.GetProperty("transformations").EnumerateArray()
            .Select(t => $"{f.GetProperty("name").GetString()}.{f.GetProperty("field").GetString()} {t.GetProperty("type").GetString()} {t.GetProperty("subtype").GetString()}"));
}
