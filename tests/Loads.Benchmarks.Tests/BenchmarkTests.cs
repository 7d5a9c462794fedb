using Loads.Benchmarks.LocalRun;
using Loads.Benchmarks.LocalRun.HandWritten;
using Loads.Benchmarks.Measuring;
using Loads.Benchmarks.Reports;
using Loads.Benchmarks.Scd2;

namespace Loads.Benchmarks.Tests;

public sealed class BenchmarkTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-benchmarks-").FullName;

    [Fact]
    public void Every_algorithm_makes_the_same_versions()
    {
        var made = Scd2Algorithms.All.Where(a => a.Name != "floor").Select(a => (a.Name, Rows: Load(a))).ToList();

        // 2,000 members have 3,000 versions; 10 and then 20 change, and 2 are new.
        Assert.StartsWith("3032 | 2002 | ", made[0].Rows, StringComparison.Ordinal);
        Assert.All(made, m => Assert.Equal(made[0].Rows, m.Rows));
    }

    [Fact]
    public void Product_and_script_make_the_same_warehouse_of_the_same_files()
    {
        var files = new SalesFiles(Path.Combine(folder, "files"), 2_000).Write();
        using var ours = new PipelineRun(Path.Combine(folder, "ours.duckdb"));
        using var byHand = new HandWrittenRun(Path.Combine(folder, "hand.duckdb"), threads: 1);
        foreach (var run in new ILocalRun[] { ours, byHand })
        {
            run.First(files.First);
            run.Next(files.Next);
        }

        Assert.Contains("FACT_SALES | 19", ours.Compared(), StringComparison.Ordinal);
        Assert.Equal(byHand.Compared(), ours.Compared());
    }

    [Fact]
    public void Command_measures_and_writes_its_tables_into_the_page()
    {
        var page = Path.Combine(folder, "page.md");
        File.WriteAllText(page, $"before\n{BenchmarkReport.Start}\nold\n{BenchmarkReport.End}\nafter\n");
        var (output, error) = (new StringWriter(), new StringWriter());
        string[] arguments = ["--members", "1000", "--sales", "1000", "--repeats", "1", "--folder", Path.Combine(folder, "work"), "--report", page];

        Assert.True(BenchmarkCommand.Run(arguments, output, error) == 0, error.ToString());

        var text = File.ReadAllText(page);
        Assert.Contains("### History of 1,000 members", text, StringComparison.Ordinal);
        Assert.Contains("### Local run of 1,000 sales", text, StringComparison.Ordinal);
        Assert.All(Scd2Algorithms.All, a => Assert.Contains($"| {a.Description} | ", text, StringComparison.Ordinal));
        Assert.StartsWith("before\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\nafter\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("old", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_time_is_told_of_rows_that_differ()
    {
        var error = Assert.Throws<BenchmarkException>(() => Agreement.Check([("one", "1 row"), ("floor", null), ("other", "2 rows")]));
        Assert.StartsWith("other made other rows than one:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Option_that_is_not_known_is_told_with_those_that_are()
    {
        var error = new StringWriter();
        Assert.Equal(1, BenchmarkCommand.Run(["--rows", "1"], new StringWriter(), error));
        Assert.StartsWith("--rows is no option: [--members", error.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string? Load(IScd2Algorithm algorithm)
    {
        var at = Directory.CreateDirectory(Path.Combine(folder, algorithm.Name)).FullName;
        var file = Path.Combine(at, "prepared.duckdb");
        algorithm.Prepare(file, 2_000);
        using var load = algorithm.Open(file, threads: 1);
        load.Load(1);
        load.Load(2);
        return load.Compared();
    }
}
