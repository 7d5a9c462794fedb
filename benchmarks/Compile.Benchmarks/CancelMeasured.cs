using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Memo;

namespace Pipeline.Compile.Benchmarks;

/// <summary>How long reading goes on after nobody wants it any more: cancelled at random moments of a cold reading.</summary>
internal static class CancelMeasured
{
    public static void Print(int classes, int times)
    {
        // What the JIT compiles first is compiled here; the whole of a reading is that of a warm one, or most moments would lie behind its end.
        _ = ModelReading.Read(Measured.Compile(SyntheticModel.Files(classes)), new ReadingMemo(), CancellationToken.None);
        var model = Measured.Compile(SyntheticModel.Files(classes));
        var watch = Stopwatch.StartNew();
        _ = ModelReading.Read(model, new ReadingMemo(), CancellationToken.None);
        var (whole, random, found) = (watch.Elapsed.TotalMilliseconds, new Random(5), new List<double>());
        while (found.Count < times)
        {
            using var source = new CancellationTokenSource();
            var (until, at) = (random.NextDouble() * whole, 0L);

            // A new compilation, of which nothing is bound; the canceller sleeps, so as not to take a core from those it stops.
            var fresh = Measured.Compile(SyntheticModel.Files(classes));
            var canceller = new Thread(() =>
            {
                Thread.Sleep((int)until);
                at = Stopwatch.GetTimestamp();
                source.Cancel();
            });
            canceller.Start();
            try
            {
                _ = ModelReading.Read(fresh, new ReadingMemo(), source.Token);
                canceller.Join();
            }
            catch (OperationCanceledException)
            {
                var end = Stopwatch.GetTimestamp();
                canceller.Join();
                found.Add((end - at) * 1000.0 / Stopwatch.Frequency);
            }
        }

        found.Sort();
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0:N0} classes, cancelled {1} times: {2:0.0} ms in the middle, {3:0.0} ms for 99 of 100, {4:0.0} ms at most.",
            classes, times, found[times / 2], found[Math.Min(times - 1, times * 99 / 100)], found[^1]));
    }
}
