using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Loads.Tests.Facts;

/// <summary>One schema of the model on the local engine: files are delivered, runs follow each other by the hour.</summary>
internal sealed class FactRun(string schema, Func<LoweredLoad, LoweredLoad>? rewrite = null) : IDisposable
{
    private static readonly DateTime FirstRun = new(2024, 6, 1);

    private readonly LocalPipeline pipeline = LocalPipeline.Open(FactModel.Of(schema), new LocalOptions { Rewrite = rewrite });
    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-facts-").FullName;
    private int runs;

    /// <summary>Delivers the files, each with its header and its lines, and runs the graph an hour after the last run.</summary>
    public RunReport Deliver(params (string Folder, string Header, IEnumerable<string> Lines)[] files) => Deliver(FirstRun.AddHours(runs + 1), files);

    /// <summary>The same, at a time.</summary>
    public RunReport Deliver(DateTime at, params (string Folder, string Header, IEnumerable<string> Lines)[] files)
    {
        var delivery = Path.Combine(folder, (++runs).ToString("d4", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(delivery);
        foreach (var (name, header, lines) in files)
        {
            Directory.CreateDirectory(Path.Combine(delivery, name));
            File.WriteAllLines(Path.Combine(delivery, name, $"{name}_{runs:d4}.csv"), lines.Prepend(header));
        }

        pipeline.Deliver(delivery, at);
        var report = pipeline.Run(at);
        Assert.All(report.Graphs.SelectMany(g => g.Tasks), t => Assert.True(t.Error is null, $"{t.Task}: {t.Error}"));
        Assert.All(report.Loads, l => Assert.True(l.IsBalanced, $"{l.Target} isn't balanced"));
        return report;
    }

    /// <summary>The rows of a query, a line each, its columns apart by bars; what is null is empty.</summary>
    public string[] Rows(string sql) => [.. pipeline.Query(sql).Rows.Select(r => string.Join(" | ", r.Select(Text)).TrimEnd())];

    public long Number(string sql) => Convert.ToInt64(pipeline.Query(sql).Rows[0][0], CultureInfo.InvariantCulture);

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime time => time.ToString(time.TimeOfDay == default ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
