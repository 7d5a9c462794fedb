using System.Text.RegularExpressions;

namespace Architecture.Tests.Names;

/// <summary>Everything that the platform's data flow names is declared in the sample, comes out as SQL and has a test; the page of names is made of it.</summary>
/// <remarks>The page is written by <c>PIPELINE_ACCEPT=1</c>.</remarks>
public sealed partial class NamesTests
{
    private const string Page = "docs/names.md";
    private const string Sql = "samples/RetailModel/sql/";

    private const string Intro = """
        # The names of the retail platform

        Everything that the platform's data flow names, and what stands for it in `samples/RetailModel`: the class, or its member; the file below `sql/` that makes it; and the test that fails if it doesn't do what it is for. A test makes
        this page of the sample as it was built, and fails where a class, a column, a file or a test isn't there; so it can't promise what isn't there, nor forget what was asked for.

        """;

    // Each name of an object that the data flow uses, as it writes it.
    private const string Objects = """
        LANDING STAGING CURATED ANALYTICS TRANSFORM_WH SALES_STAGE RAW_SALES RAW_PRODUCTS RAW_CUSTOMERS RAW_CLICKSTREAM RAW_INVENTORY
        STG_SALES STG_PRODUCTS STG_CUSTOMERS STG_CLICKSTREAM STG_INVENTORY STG_SALES_STREAM STG_CUSTOMERS_STREAM STG_INVENTORY_STREAM
        DIM_CUSTOMER DIM_PRODUCT DIM_DATE DIM_STORE FACT_SALES FACT_CLICKSTREAM FACT_INVENTORY
        MV_DAILY_SALES_SUMMARY MV_CUSTOMER_360 MV_PRODUCT_PERFORMANCE VW_SALES_BY_REGION VW_CUSTOMER_SENSITIVE AGG_MONTHLY_REVENUE AGG_CUSTOMER_COHORTS CURRENT_USER_REGION
        ROOT_TASK LOAD_CUSTOMERS LOAD_PRODUCTS LOAD_SALES LOAD_DIM_CUSTOMER LOAD_DIM_PRODUCT LOAD_DIM_STORE LOAD_FACT_SALES REFRESH_MVS QUALITY_CHECKS
        SP_LOAD_DIM_CUSTOMER SP_LOAD_FACT_SALES QUALITY_METRICS
        customer_id name email segment city customer_key start_date end_date is_current product_key product_id category date_key full_date day month store_key store_id region
        quantity unit_price total_amount transaction_date date total_sales qty lifetime_value last_purchase
        """;

    private static readonly IReadOnlyList<NamedThing> Things = [.. DataFlow.Sections.SelectMany(s => s.Things)];

    private static readonly HashSet<string> Classes = [.. Class().Matches(Repository.Read(Sql + "manifest.json")).Select(m => m.Groups["class"].Value)];

    private static readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> Tests = new(() => Repository.SourceFiles
        .Where(f => f.StartsWith("tests/", StringComparison.Ordinal) && f.EndsWith("Tests.cs", StringComparison.Ordinal))
        .GroupBy(f => Path.GetFileNameWithoutExtension(f)).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(Repository.Read)]));

    public static TheoryData<string, string> Named
    {
        get
        {
            var named = new TheoryData<string, string>();
            foreach (var thing in Things) named.Add(thing.Name, thing.Class);
            return named;
        }
    }

    [Fact]
    public void Every_name_of_the_data_flow_is_there() =>
        Assert.Empty(Objects.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Except(Things.Select(t => t.Name)));

    [Theory]
    [MemberData(nameof(Named))]
    public void Name_is_declared_comes_out_as_SQL_and_has_a_test_that_speaks_of_it(string name, string @class)
    {
        var thing = Things.First(t => t.Name == name && t.Class == @class);
        Assert.Contains(thing.ClassName, Classes);
        var file = FileOf(thing);
        Assert.True(file is not null, $"no file below sql/ makes {thing.Object ?? thing.Name} of Retail.{thing.ClassName}");
        var sql = Repository.Read(Sql + file);
        if (thing.Kind is "column") Assert.Matches($@"(?m)^\s+""?{SnakeCase(thing.Member!)}\b", sql);
        if (thing.Kind is "check") Assert.Contains($"'{thing.Member}'", sql);
        Assert.True(HasTest(thing), $"there is no test {thing.Test}, or it is of something else");
    }

    [Fact]
    public void Page_of_names_is_made_of_the_sample_as_it_was_built()
    {
        var page = Written();
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1") File.WriteAllText(Path.Combine(Repository.Root, Page), page);
        Assert.Equal(page, Repository.Read(Page).ReplaceLineEndings("\n"));
    }

    private static string Written() => Intro.ReplaceLineEndings("\n") + string.Concat(DataFlow.Sections.Select(s =>
        $"\n## {s.Title}\n\n" + (s.Text is null ? "" : s.Text + "\n\n") + "| name | kind | class | SQL | test |\n|---|---|---|---|---|\n"
        + string.Concat(s.Things.Select(t => $"| {t.Name}{(t.Object is { } o && !o.StartsWith("SP_", StringComparison.Ordinal) && o != "template" ? $" ({o})" : "")} | {t.Kind} | {t.Class} | {FileOf(t) ?? "-"} | {t.Test} |\n"))));

    // By its name, and by the class that its first line gives; a column lies in its table's.
    private static string? FileOf(NamedThing thing)
    {
        var name = thing.Object ?? (thing.Member is null ? thing.Name : null);
        return Repository.Files.Where(f => f.StartsWith(Sql, StringComparison.Ordinal)).Select(f => f[Sql.Length..])
            .Where(f => name is null ? f.Contains("/tables/", StringComparison.Ordinal) || f.Contains("/dynamic_tables/", StringComparison.Ordinal)
                : f == $"{name}/schema.sql" || Path.GetFileNameWithoutExtension(f) == name)
            .FirstOrDefault(f => IsOf(thing, f));
    }

    private static bool IsOf(NamedThing thing, string file)
    {
        var first = Repository.Read(Sql + file).Split('\n')[0];
        return first.Contains($"Retail.{thing.ClassName} ", StringComparison.Ordinal) || file.EndsWith(".json", StringComparison.Ordinal)
            || (thing.Object is not null || thing.ClassName == "Ledger") && first.Contains("for its own records", StringComparison.Ordinal);
    }

    // A test of its own type, which speaks of the name, the object or the class.
    private static bool HasTest(NamedThing thing) => thing.Test.Split('.') is [var type, var method] && Tests.Value.TryGetValue(type, out var files)
        && files.Any(code => Regex.IsMatch(code, $@"\[(Fact|Theory)\](?:(?!\bpublic\b).)*\bpublic (async Task|void) {method}\(", RegexOptions.Singleline)
            && new[] { thing.Name, thing.Object, thing.ClassName, thing.Member }.OfType<string>().Any(w => code.Contains(w, StringComparison.OrdinalIgnoreCase)));

    private static string SnakeCase(string word) => Regex.Replace(word, "(?<=[a-z0-9])(?=[A-Z])", "_").ToUpperInvariant();

    [GeneratedRegex(@"""className"": ""Retail\.(?<class>\w+)""")]
    private static partial Regex Class();
}
