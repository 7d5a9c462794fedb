using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The list of the retail platform's names says what the sample has, no more and no less.</summary>
public sealed partial class NamesTests
{
    // What the platform's data flow names, as it names it.
    private const string DataFlow = """
        LANDING STAGING CURATED ANALYTICS TRANSFORM_WH SALES_STAGE RAW_SALES RAW_PRODUCTS RAW_CUSTOMERS RAW_CLICKSTREAM RAW_INVENTORY
        STG_SALES STG_PRODUCTS STG_CUSTOMERS STG_CLICKSTREAM STG_INVENTORY STG_SALES_STREAM STG_CUSTOMERS_STREAM STG_INVENTORY_STREAM
        DIM_CUSTOMER DIM_PRODUCT DIM_DATE DIM_STORE FACT_SALES FACT_CLICKSTREAM FACT_INVENTORY
        MV_DAILY_SALES_SUMMARY MV_CUSTOMER_360 MV_PRODUCT_PERFORMANCE VW_SALES_BY_REGION VW_CUSTOMER_SENSITIVE AGG_MONTHLY_REVENUE AGG_CUSTOMER_COHORTS
        ROOT_TASK LOAD_CUSTOMERS LOAD_PRODUCTS LOAD_SALES LOAD_DIM_CUSTOMER LOAD_DIM_PRODUCT LOAD_DIM_STORE LOAD_FACT_SALES REFRESH_MVS QUALITY_CHECKS
        QUALITY_METRICS
        """;

    private static readonly IReadOnlyList<Row> Rows =
        [.. RowPattern().Matches(Repository.Read("docs/names.md")).Select(m => new Row(m.Groups["name"].Value, m.Groups["class"].Value, m.Groups["sql"].Value, m.Groups["test"].Value)).Where(r => r.Name != "name")];

    private static readonly HashSet<(string Name, string Class)> Declared =
        [.. Object().Matches(Repository.Read("samples/RetailModel/sql/manifest.json")).Select(m => (m.Groups["name"].Value, m.Groups["class"].Value))];

    private static readonly Lazy<Dictionary<string, string>> Tests = new(() => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .GroupBy(f => Path.GetFileNameWithoutExtension(f)).ToDictionary(g => g.Key, g => string.Concat(g.Select(File.ReadAllText))));

    [Fact]
    public void Every_name_of_the_data_flow_is_there() =>
        Assert.Empty(DataFlow.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Except(Rows.Select(r => r.Name)));

    [Fact]
    public void Name_is_an_object_of_its_class() => Assert.DoesNotContain(Rows, r => r.Class != "Ledger" && !Declared.Contains((r.Name, r.Class)));

    [Fact]
    public void Name_has_its_file_of_SQL_that_makes_it() => Assert.DoesNotContain(Rows, r =>
    {
        var file = Path.Combine(Repository.Root, "samples/RetailModel/sql", r.Sql);
        return !File.Exists(file) || !Regex.IsMatch(File.ReadAllText(file), $@"\b(CREATE|ALTER)\b[^;]*\b{r.Name}\b");
    });

    [Fact]
    public void Name_has_a_test_that_exists() => Assert.DoesNotContain(Rows, r =>
        r.Test.Split('.') is not [var type, var method] || !Tests.Value.TryGetValue(type, out var code) || !code.Contains($" {method}(", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| (?<name>\w+) \| [^|]+ \| (?<class>[\w-]+) \| (?<sql>[^|]*) \| (?<test>[^|]*) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"""name"": ""(?:\w+\.)?(?<name>\w+)"",\s+""className"": ""Retail\.(?<class>\w+)""")]
    private static partial Regex Object();

    private sealed record Row(string Name, string Class, string Sql, string Test);
}
