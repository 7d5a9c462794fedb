using Pipeline.Testing;

namespace Pipeline.Cli.Tests;

/// <summary>The database of local runs is read, and nothing in it is changed by hand.</summary>
public sealed class QueryCommandTests : IDisposable
{
    private readonly ModelOnDisk model = new();

    public QueryCommandTests()
    {
        var sample = RepositoryRoot.File("samples", "RetailModel");
        model.Write("sql/manifest.json", File.ReadAllText(Path.Combine(sample, "sql", "manifest.json")));
        Assert.Equal(0, model.Run("--data", Path.Combine(sample, "data")));
    }

    [Theory]
    [InlineData("DELETE FROM CURATED.FACT_SALES")]
    [InlineData("UPDATE CURATED.FACT_SALES SET QUANTITY = 0")]
    [InlineData("DROP TABLE CURATED.FACT_SALES")]
    public void Statement_that_would_change_something_is_refused_and_changes_nothing(string statement)
    {
        Ask("SELECT COUNT(*), SUM(QUANTITY) FROM CURATED.FACT_SALES");
        var before = model.Output;
        Assert.Equal(1, model.Pipeline("query", model.Folder, statement));
        Assert.Contains("Only reading is possible here; what is changed by hand no stream would see.", model.Error, StringComparison.Ordinal);
        Ask("SELECT COUNT(*), SUM(QUANTITY) FROM CURATED.FACT_SALES");
        Assert.Equal(before, model.Output);
    }

    [Fact]
    public void Role_reads_what_its_policies_show_and_no_more()
    {
        Ask("SELECT DISTINCT REGION FROM ANALYTICS.VW_SALES_BY_REGION", "--as", "EastManager");
        Assert.Equal(["REGION", "EAST", "1 row"], model.Output.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
        Assert.Equal(1, model.Pipeline("query", model.Folder, "SELECT * FROM CURATED.FACT_SALES", "--as", "EAST_MANAGER"));
        Assert.Contains("EAST_MANAGER may not read it, or it isn't there", model.Error, StringComparison.Ordinal);
        Assert.Equal(2, model.Pipeline("query", model.Folder, "SELECT 1", "--as", "EAST_MANAGR"));
        Assert.Contains("The model has nothing called EAST_MANAGR to show. It has: EAST_MANAGER, ", model.Error, StringComparison.Ordinal);
    }

    public void Dispose() => model.Dispose();

    private void Ask(string sql, params string[] options) => Assert.Equal(0, model.Pipeline(["query", model.Folder, sql, .. options]));
}
