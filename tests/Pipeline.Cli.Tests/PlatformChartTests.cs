using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Pipeline.Cli.Tests;

/// <summary>The picture of a platform is made of its model.</summary>
public sealed partial class PlatformChartTests
{
    // PIPELINE_ACCEPT=1 draws it anew.
    [Fact]
    public void Picture_in_the_readme_is_what_the_command_draws()
    {
        var file = RepositoryRoot.File("README.md");
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var drawn = Picture().Replace(page, $"```mermaid\n{Chart(File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json")))}```");
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1") File.WriteAllText(file, drawn);
        Assert.Equal(drawn, File.ReadAllText(file).ReplaceLineEndings("\n"));
        Assert.Matches(Picture(), page);
    }

    [Fact]
    public void Picture_shows_all_five_sources_and_the_way_of_sales_to_the_marts()
    {
        var chart = Chart(File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json")));
        var names = Node().Matches(chart).ToDictionary(n => n.Groups["name"].Value, n => n.Groups["id"].Value);
        string[] way = ["@SALES_STAGE", "RAW_SALES", "STG_SALES", "FACT_SALES", "AGG_MONTHLY_REVENUE"];

        string[] sources = ["@SALES_STAGE", "@PRODUCTS_STAGE", "@CUSTOMERS_STAGE", "@CLICKSTREAM_STAGE", "@INVENTORY_STAGE"];
        Assert.All(sources, s => Assert.Contains(s, names.Keys));
        Assert.All(way.Zip(way.Skip(1)), step => Assert.Matches($@"(?m)^ .*\b{names[step.First]}\b.* --> {names[step.Second]}$", chart));
        Assert.DoesNotContain(names.Keys, n => n.StartsWith("REJECTED_", StringComparison.Ordinal));
    }

    private static string Chart(string manifest)
    {
        using var model = new ModelOnDisk();
        model.Write("sql/manifest.json", manifest);
        Assert.Equal(0, model.Pipeline("lineage", "--format", "mermaid", "--model", model.Folder));
        return model.Output.ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"```mermaid\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Picture();

    [GeneratedRegex("""(?<id>o\d+)\["(?<name>[^"]+)"\]""")]
    private static partial Regex Node();
}
