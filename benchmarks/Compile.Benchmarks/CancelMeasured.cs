using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;
using Pipeline.Generators.Reading.Memo;

namespace Pipeline.Compile.Benchmarks;

/// <summary>How long reading goes on after nobody wants it any more: cancelled at random moments of a cold reading.</summary>
/// <remarks>
/// On a machine that is busy with something else the time says how long threads waited for a processor. So the processor time of the whole process is told beside it, with that of the
/// JIT and of the garbage collector; and once more for those cancellations during which the collector didn't stop the threads.
/// </remarks>
internal static class CancelMeasured
{
    public static void Print(int classes, int times)
    {
        // What the JIT compiles first is compiled here; the whole of a reading is that of a warm one, or most moments would lie behind its end.
        _ = ModelReading.Read(Measured.Compile(SyntheticModel.Files(classes)), new ReadingMemo(), CancellationToken.None);
        var model = Measured.Compile(SyntheticModel.Files(classes));
        var watch = Stopwatch.StartNew();
        _ = ModelReading.Read(model, new ReadingMemo(), CancellationToken.None);
        var (whole, random, found, worked, undisturbed) = (watch.Elapsed.TotalMilliseconds, new Random(5), new List<double>(), new List<double>(), new List<(double Time, double Work)>());
        while (found.Count < times)
        {
            using var source = new CancellationTokenSource();
            var (until, at, work, pause) = (random.NextDouble() * whole, 0L, TimeSpan.Zero, TimeSpan.Zero);

            // A new compilation, of which nothing is bound; the canceller sleeps, so as not to take a core from those it stops.
            var fresh = Measured.Compile(SyntheticModel.Files(classes));
            var canceller = new Thread(() =>
            {
                Thread.Sleep((int)until);
                (work, pause, at) = (Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), Stopwatch.GetTimestamp());
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
                var (end, workEnd, pauseEnd) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration());
                canceller.Join();
                found.Add((end - at) * 1000.0 / Stopwatch.Frequency);
                worked.Add((workEnd - work).TotalMilliseconds);
                if (pauseEnd == pause) undisturbed.Add((found[^1], worked[^1]));
            }
        }

        foreach (var (what, all) in new[] { ("time", found), ("processor time of all threads", worked), ("time where the collector stopped no thread", undisturbed.ConvertAll(u => u.Time)), ("processor time where it stopped none", undisturbed.ConvertAll(u => u.Work)) })
        {
            all.Sort();
            if (all.Count == 0) continue;
            Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0:N0} classes, cancelled {1} times, {2}: {3:0.0} ms in the middle, {4:0.0} ms for 99 of 100, {5:0.0} ms at most.",
                classes, all.Count, what, all[all.Count / 2], all[Math.Min(all.Count - 1, all.Count * 99 / 100)], all[^1]));
        }
    }
}
