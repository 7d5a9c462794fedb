using System.Globalization;
using CsCheck;
using Xunit.Abstractions;

namespace Loads.Tests.Histories;

/// <summary>Runs random histories of a platform: a few by default, as many as PIPELINE_HISTORIES says, with the seed that PIPELINE_SEED says.</summary>
public static class RandomHistories
{
    private const int ShardSize = 2000;

    private static readonly int Wanted = int.Parse(Environment.GetEnvironmentVariable("PIPELINE_HISTORIES") ?? "250", CultureInfo.InvariantCulture);

    public static void Check(Platform platform, ITestOutputHelper output, double share = 1)
    {
        var seed = Environment.GetEnvironmentVariable("PIPELINE_SEED");
        var left = Math.Max(1, (int)(Wanted * share));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var run = 0;
        while (left > 0)
        {
            var pcg = seed is null ? PCG.ThreadPCG : PCG.Parse(seed);
            var start = pcg.ToString();
            var histories = Enumerable.Range(0, Math.Min(ShardSize, left)).Select(_ => platform.History.Generate(pcg, null, out var _)).ToList();
            if (run == 0) output.WriteLine($"PIPELINE_SEED={start}");
            if (new Shard(platform, histories).FirstFailure() is { } failure) Assert.Fail(Tell(platform, histories, failure, start));
            run += histories.Count;
            left -= histories.Count;
            if (seed is not null) break;
        }

        output.WriteLine($"{run} histories in {watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
    }

    private static string Tell(Platform platform, IReadOnlyList<Delivered[][]> histories, (int History, string Message) failure, string seed)
    {
        var single = failure.History >= 0 ? histories[failure.History] : histories.FirstOrDefault(h => new Shard(platform, [h]).FirstFailure() is not null);
        if (single is null || new Shard(platform, [single]).FirstFailure() is null) return $"PIPELINE_SEED={seed}\nThe histories fail together, not alone: {failure.Message}";
        var shortest = Shortest.Of(platform, single);
        return $"PIPELINE_SEED={seed}\n{Shortest.Table(platform, shortest)}\n{new Shard(platform, [shortest]).FirstFailure()!.Value.Message}";
    }
}
