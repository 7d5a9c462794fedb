namespace Loads.Benchmarks.Measuring;

/// <summary>The repeats of one measurement.</summary>
internal sealed record Series(IReadOnlyList<Measurement> Runs)
{
    public double Median => MedianOf(Runs.Select(r => r.Seconds));

    public double Least => Runs.Min(r => r.Seconds);

    public double NextMedian => MedianOf(Runs.Select(r => r.NextSeconds));

    public double NextLeast => Runs.Min(r => r.NextSeconds);

    /// <summary>Of the processors, in the repeat that took the least: what others on the machine add only makes it more.</summary>
    public double LeastCpu => Runs.Min(r => r.CpuSeconds);

    public double NextLeastCpu => Runs.Min(r => r.NextCpuSeconds);

    public double PeakMegabytes => MedianOf(Runs.Select(r => r.PeakBytes / 1048576d));

    private static double MedianOf(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
