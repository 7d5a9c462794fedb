using System.Globalization;
using System.Runtime.InteropServices;
using Loads.Benchmarks.Measuring;
using Loads.Benchmarks.Scd2;

namespace Loads.Benchmarks.Reports;

/// <summary>The results as tables of ratios, printed and put into a page between two marks.</summary>
internal sealed class BenchmarkReport(int repeats)
{
    public const string Start = "<!-- results: written by the benchmarks -->";
    public const string End = "<!-- end of results -->";

    private readonly List<string> sections = [];

    public string Text => string.Join("\n\n", sections.Prepend(Machine()));

    public void AddMembers(int size, IReadOnlyDictionary<string, Series> results)
    {
        var yardstick = results[Scd2Algorithms.Yardstick];
        var ours = results["pipeline"];
        var lines = new List<string>
        {
            $"### History of {Count(size)} members",
            "",
            $"| algorithm | median s | least s | x UPDATE + INSERT | x Pipeline | CPU s | x UPDATE + INSERT | peak MiB |",
            "|---|---|---|---|---|---|---|---|",
        };
        lines.AddRange(Scd2Algorithms.All.Where(a => results.ContainsKey(a.Name)).Select(a => (a, r: results[a.Name])).Select(x =>
            $"| {x.a.Description} | {Seconds(x.r.Median)} | {Seconds(x.r.Least)} | {Ratio(x.r.Median, yardstick.Median)} | {Ratio(x.r.Median, ours.Median)} "
            + $"| {Seconds(x.r.LeastCpu)} | {Ratio(x.r.LeastCpu, yardstick.LeastCpu)} | {x.r.PeakMegabytes:0} |"));
        sections.Add(string.Join('\n', lines));
    }

    public void AddSales(int size, IReadOnlyDictionary<string, Series> results)
    {
        var byHand = results["by-hand"];
        var lines = new List<string>
        {
            $"### Local run of {Count(size)} sales",
            "",
            "| | first delivery: median s | least s | x by hand | CPU s | x by hand | 1 % more: median s | least s | x by hand | CPU s | x by hand | peak MiB | x by hand |",
            "|---|---|---|---|---|---|---|---|---|---|---|---|---|",
        };
        lines.AddRange(SalesBenchmark.Sides.Select(s => (Name: NameOf(s.Name), r: results[s.Name])).Select(x =>
            $"| {x.Name} | {Seconds(x.r.Median)} | {Seconds(x.r.Least)} | {Ratio(x.r.Median, byHand.Median)} | {Seconds(x.r.LeastCpu)} | {Ratio(x.r.LeastCpu, byHand.LeastCpu)} "
            + $"| {Seconds(x.r.NextMedian)} | {Seconds(x.r.NextLeast)} | {Ratio(x.r.NextMedian, byHand.NextMedian)} | {Seconds(x.r.NextLeastCpu)} | {Ratio(x.r.NextLeastCpu, byHand.NextLeastCpu)} "
            + $"| {x.r.PeakMegabytes:0} | {Ratio(x.r.PeakMegabytes, byHand.PeakMegabytes)} |"));
        sections.Add(string.Join('\n', lines));
    }

    /// <summary>Replaces what stands between the marks of the page.</summary>
    /// <exception cref="BenchmarkException">The page has no marks.</exception>
    public void WriteInto(string page)
    {
        var text = File.Exists(page) ? File.ReadAllText(page) : "";
        var (start, end) = (text.IndexOf(Start, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
        if (start < 0 || end < start) throw new BenchmarkException($"{page} has no place for results: a line {Start} and, below it, a line {End}.");
        File.WriteAllText(page, text[..(start + Start.Length)] + "\n\n" + Text + "\n\n" + text[end..]);
    }

    private string Machine() =>
        $"{Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)} processors ({RuntimeInformation.ProcessArchitecture}), "
        + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30)} GiB, {RuntimeInformation.FrameworkDescription}, databases on disk; "
        + $"{repeats.ToString(CultureInfo.InvariantCulture)} repeats in turn, each a process of its own; one thread where nothing else is said.";

    private static string NameOf(string side) => side switch
    {
        "pipeline" => "Pipeline",
        "by-hand" => "by hand",
        _ => "by hand, with all threads",
    };

    private static string Count(int size) => size.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Seconds(double value) => value.ToString(value < 1 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    private static string Ratio(double value, double other) => (value / other).ToString("0.00", CultureInfo.InvariantCulture);
}
