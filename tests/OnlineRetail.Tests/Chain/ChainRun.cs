using System.Globalization;
using OnlineRetail.Tests.Oracle;
using Pipeline.Catalog;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace OnlineRetail.Tests.Chain;

/// <summary>The model at work: a file a day is delivered and the task graph runs, as many times as there are files.</summary>
internal sealed class ChainRun : IDisposable
{
    private readonly LocalPipeline pipeline;
    private readonly string bucket = Directory.CreateTempSubdirectory("online-retail-").FullName;
    private DateTime clock = new(2011, 1, 1, 22, 0, 0);

    public ChainRun(CompiledCatalog catalog) => pipeline = LocalPipeline.Open(catalog, new LocalOptions());

    /// <summary>What each run reported, with the file that it got.</summary>
    public List<(DailyFile File, RunReport Report)> Days { get; } = [];

    /// <summary>Delivers a file of this name, alone, and runs the graph.</summary>
    public void Deliver(string name, string text)
    {
        clock = clock.AddDays(1);
        var delivery = Path.Combine(bucket, clock.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(Path.Combine(delivery, "sales"));
        File.WriteAllText(Path.Combine(delivery, "sales", name), text);

        pipeline.Deliver(delivery, arrivedAt: clock.AddHours(-1));
        Days.Add((DailyFile.Parse(name, text), pipeline.Run(scheduledAt: clock)));
    }

    /// <summary>Runs the graph with nothing delivered.</summary>
    public RunReport RunIdle() => pipeline.Run(scheduledAt: clock = clock.AddDays(1));

    /// <summary>The rows of a query, each as one text, in the texts' order.</summary>
    public IReadOnlyList<string> Rows(string sql) =>
        [.. pipeline.Query(sql).Rows.Select(row => TextRow.Of([.. row])).Order(StringComparer.Ordinal)];

    /// <summary>Compares the rows of a query with those expected, each as often as it is there.</summary>
    public void ShouldHold(string sql, IEnumerable<string> expected)
    {
        var actual = Rows(sql);
        string[] wanted = [.. expected.Order(StringComparer.Ordinal)];
        var missing = wanted.Except(actual).Take(10).ToList();
        var unwanted = actual.Except(wanted).Take(10).ToList();
        Assert.True(
            missing.Count == 0 && unwanted.Count == 0,
            $"missing:\n{string.Join('\n', missing)}\nnot expected:\n{string.Join('\n', unwanted)}");
        Assert.Equal(wanted, actual);
    }

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(bucket, recursive: true);
    }
}
