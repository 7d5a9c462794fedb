using System.Diagnostics;

namespace Loads.Benchmarks.Measuring;

/// <summary>What a piece of work took: on the clock, and of the processors, which others on the machine disturb less.</summary>
/// <param name="Seconds">On the clock.</param>
/// <param name="CpuSeconds">Of all threads of the process.</param>
internal readonly record struct Spent(double Seconds, double CpuSeconds)
{
    public static Spent On(Action work)
    {
        var (before, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        work();
        return new(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }
}
