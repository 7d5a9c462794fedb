using Pipeline.Testing;

namespace Pipeline.Cli.Tests;

/// <summary>The retail platform, run on its own files and shown as a role sees it.</summary>
public sealed class RunAsRoleTests : IDisposable
{
    private static readonly string Sample = RepositoryRoot.File("samples", "RetailModel");

    private readonly ModelOnDisk model = new();

    [Fact]
    public void Manager_of_the_east_sees_the_sales_of_the_east_alone()
    {
        var regions = Column("VW_SALES_BY_REGION", "EAST_MANAGER", "REGION");
        Assert.NotEmpty(regions);
        Assert.All(regions, r => Assert.Equal("EAST", r));
    }

    [Fact]
    public void Analyst_sees_no_sales_by_region_and_no_address()
    {
        Assert.Empty(Column("VW_SALES_BY_REGION", "ANALYST", "REGION"));
        var addresses = Column("VW_CUSTOMER_SENSITIVE", "ANALYST", "EMAIL").Where(e => e.Length > 0).ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, e => Assert.StartsWith("*****@", e, StringComparison.Ordinal));
    }

    [Fact]
    public void Role_that_is_not_of_the_model_is_refused_with_those_that_are()
    {
        Assert.Equal(2, Run("--as", "NOBODY"));
        Assert.Contains("EAST_MANAGER", model.Error, StringComparison.Ordinal);
    }

    public void Dispose() => model.Dispose();

    private int Run(params string[] options)
    {
        model.Write("sql/manifest.json", File.ReadAllText(Path.Combine(Sample, "sql", "manifest.json")));
        return model.Run(["--data", Path.Combine(Sample, "data"), .. options]);
    }

    private List<string> Column(string view, string role, string column)
    {
        Assert.Equal(0, Run("--as", role, "--preview", view));
        var lines = model.Output.Split('\n').SkipWhile(l => l != $"As {role} sees it:").Skip(4).ToList();
        if (lines is [] || lines[0].IndexOf(column, StringComparison.Ordinal) is not (>= 0 and var start)) return [];
        var end = lines[0].IndexOf(' ', start);
        return [.. lines.Skip(1).TakeWhile(l => l.Length > 0).Select(l => l[start..(end < 0 ? l.Length : Math.Min(l.Length, l.Length > end ? l.IndexOf(' ', start) : l.Length))])];
    }
}
