using System.Diagnostics;
using System.Globalization;
using Loads.Benchmarks.LocalRun;
using Loads.Benchmarks.LocalRun.HandWritten;
using Loads.Benchmarks.Scd2;

namespace Loads.Benchmarks.Measuring;

/// <summary>What a child process does: it prepares a database, or measures one load or one run.</summary>
internal static class ChildTask
{
    public static string Run(IReadOnlyList<string> task)
    {
        switch (task)
        {
            case ["prepare-members", var algorithm, var size, var file]:
                Scd2Algorithms.Find(algorithm).Prepare(file, Number(size));
                return "prepared";
            case ["members", var algorithm, var threads, var file]:
                return Members(Scd2Algorithms.Find(algorithm), Number(threads), file).Write();
            case ["prepare-sales", var size, var folder]:
                new SalesFiles(folder, Number(size)).Write();
                return "prepared";
            case ["sales", var side, var threads, var size, var folder, var file]:
                return Sales(side, Number(threads), new(folder, Number(size)), file).Write();
            default:
                throw new ArgumentException($"'{string.Join(' ', task)}' is no task of a child process.");
        }
    }

    // The first batch warms up: what is compiled and cached once is no part of a load.
    private static Measurement Members(IScd2Algorithm algorithm, int threads, string file)
    {
        using var load = algorithm.Open(file, threads);
        load.Load(1);
        var spent = load.Load(2);
        var peak = Peak();
        return new(spent.Seconds, 0, spent.CpuSeconds, 0, peak, load.Compared());
    }

    private static Measurement Sales(string side, int threads, SalesFiles files, string file)
    {
        using ILocalRun run = side == "pipeline" ? new PipelineRun(file) : new HandWrittenRun(file, threads);
        var first = Spent.On(() => run.First(files.First));
        var next = Spent.On(() => run.Next(files.Next));
        var peak = Peak();
        return new(first.Seconds, next.Seconds, first.CpuSeconds, next.CpuSeconds, peak, run.Compared());
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
