using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Architecture.Tests;

/// <summary>The gallery of objects in the documentation is made of the sample: a class of each kind, and the file that it becomes.</summary>
public sealed class ObjectGalleryTests
{
    private const string Sample = "samples/RetailModel/";

    private const string Introduction = """
        # Gallery of objects

        A class of each kind, and the SQL that it becomes: all of [`samples/RetailModel`](../../samples/RetailModel), as it was built. A test makes this page. Queries are in the [gallery](gallery.md); what a load becomes is in `sql/*/procedures`
        of the sample.
        """;

    private static readonly (string Kind, string Class, string File)[] Kinds =
    [
        ("Database", "RetailDatabase", "account/database.sql"),
        ("Schema", "Curated", "CURATED/schema.sql"),
        ("Warehouse", "TransformWh", "account/warehouses/TRANSFORM_WH.sql"),
        ("Resource monitor", "RetailQuota", "account/resource_monitors/RETAIL_QUOTA.sql"),
        ("Role", "PlatformAdmin", "account/roles/PLATFORM_ADMIN.sql"),
        ("Storage integration", "RetailS3", "account/integrations/RETAIL_S3.sql"),
        ("File format", "SalesCsv", "LANDING/file_formats/SALES_CSV.sql"),
        ("Stage", "SalesStage", "LANDING/stages/SALES_STAGE.sql"),
        ("Table", "StgStores", "STAGING/tables/STG_STORES.sql"),
        ("External table", "SupplierPrices", "LANDING/external_tables/SUPPLIER_PRICES.sql"),
        ("External table, partitioned", "SupplierPricesByMonth", "LANDING/external_tables/SUPPLIER_PRICES_BY_MONTH.sql"),
        ("Stream", "SupplierPricesStream", "LANDING/streams/SUPPLIER_PRICES_STREAM.sql"),
        ("Pipe", "ClickstreamPipe", "LANDING/pipes/CLICKSTREAM_PIPE.sql"),
        ("Topic", "PipeErrors", "account/integrations/PIPE_ERRORS.sql"),
        ("Declared rows", "RegionAccess", "GOVERNANCE/tables/REGION_ACCESS.sql"),
        ("Row access policy", "RegionPolicy", "GOVERNANCE/policies/REGION_POLICY.sql"),
        ("Masking policy", "EmailMask", "GOVERNANCE/policies/EMAIL_MASK.sql"),
        ("Tag", "CostCenter", "GOVERNANCE/tags/COST_CENTER.sql"),
        ("Materialized view", "ProductPerformance", "ANALYTICS/materialized_views/MV_PRODUCT_PERFORMANCE.sql"),
        ("Dynamic table", "MonthlyRevenue", "ANALYTICS/dynamic_tables/AGG_MONTHLY_REVENUE.sql"),
        ("Secure view", "CustomerSensitive", "ANALYTICS/views/VW_CUSTOMER_SENSITIVE.sql"),
        ("Root task", "RootTask", "ETL/tasks/ROOT_TASK.sql"),
        ("Task", "LoadFactSales", "ETL/tasks/LOAD_FACT_SALES.sql"),
        ("Alert", "CostThreshold", "MONITORING/alerts/COST_THRESHOLD.sql"),
        ("Channel", "DataQualitySlack", "account/integrations/DATA_QUALITY_SLACK.sql"),
        ("Consumer", "ChurnModel", "account/roles/CHURN_MODEL.sql"),
        ("Share", "SupplierShare", "account/shares/SUPPLIER_SHARE.sql"),
    ];

    [Fact]
    public void Gallery_shows_the_objects_as_they_are() => GeneratedPage.ShouldHold("docs/reference/objects.md", Page());

    [Fact]
    public void Gallery_shows_every_kind_of_file_that_a_class_becomes()
    {
        string Folder(string path) => path.Split('/') is [_, var one] ? one : path.Split('/')[1];
        var shown = Kinds.Select(k => Folder(k.File)).ToHashSet();
        var made = Repository.Files.Where(f => f.StartsWith(Sample + "sql/", StringComparison.Ordinal) && f.EndsWith(".sql", StringComparison.Ordinal))
            .Select(f => f[(Sample + "sql/").Length..]).Where(f => f.Contains('/')).Select(Folder).Except(["procedures", "grants.sql", "tags.sql"]);
        Assert.Empty(made.Except(shown));
    }

    private static string Page()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var (kind, name, file) in Kinds)
        {
            var sql = Repository.Read(Sample + "sql/" + file).ReplaceLineEndings("\n");
            Assert.Contains($"from Retail.{name} ", sql);
            page.Append($"\n\n## {kind}\n\n```csharp\n{Declaration(name)}\n```\n\n```sql\n{Regex.Replace(sql[(sql.IndexOf('\n') + 1)..].Trim('\n'), @" \[[\w./]+\.cs:\d+\]$", "", RegexOptions.Multiline)}\n```");
        }

        return page.Append('\n').ToString();
    }

    // From its comment to its end: a semicolon, or the brace at the margin.
    private static string Declaration(string name)
    {
        foreach (var file in Repository.Files.Where(f => f.StartsWith(Sample, StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var lines = Repository.Read(file).ReplaceLineEndings("\n").Split('\n');
            var at = Array.FindIndex(lines, l => Regex.IsMatch(l, $@"^[^ /].*\bclass {name}\b"));
            if (at < 0) continue;
            var begin = at;
            while (begin > 0 && Regex.IsMatch(lines[begin - 1], @"^(///|\[)") && !lines[begin - 1].Contains(" class ", StringComparison.Ordinal)) begin--;
            var end = lines[at].EndsWith(';') ? at : Array.FindIndex(lines, at, l => l == "}");
            return string.Join('\n', lines[begin..(end + 1)]);
        }

        throw new InvalidOperationException($"The sample has no class {name}.");
    }
}
