using System.Globalization;
using Loads.Benchmarks.Scd2;

namespace Loads.Benchmarks.Measuring;

/// <summary>All algorithms over one size of the dimension, in turn, round by round.</summary>
internal sealed class MemberBenchmark(BenchmarkOptions options, int size, TextWriter progress)
{
    /// <summary>The engine's own setting, given to every algorithm.</summary>
    private const string Threads = "1";

    public IReadOnlyDictionary<string, Series> Run()
    {
        foreach (var algorithm in options.Algorithms)
        {
            progress.WriteLine($"members {size}: prepare {algorithm.Name}");
            Directory.CreateDirectory(Folder(algorithm));
            ChildProcess.Run("prepare-members", algorithm.Name, size.ToString(CultureInfo.InvariantCulture), Prepared(algorithm));
        }

        var runs = options.Algorithms.ToDictionary(a => a.Name, _ => new List<Measurement>());
        for (var round = 1; round <= options.Repeats; round++)
        {
            foreach (var algorithm in options.Algorithms)
            {
                progress.WriteLine($"members {size}: {algorithm.Name}, {round} of {options.Repeats}");
                var file = Path.Combine(Folder(algorithm), "run.duckdb");
                File.Copy(Prepared(algorithm), file, overwrite: true);
                runs[algorithm.Name].Add(Measurement.Read(ChildProcess.Run("members", algorithm.Name, Threads, file)));
                File.Delete(file);
            }
        }

        Agreement.Check(runs.Select(r => (r.Key, r.Value[0].Content)));
        foreach (var algorithm in options.Algorithms) Directory.Delete(Folder(algorithm), recursive: true);
        return runs.ToDictionary(r => r.Key, r => new Series(r.Value));
    }

    private string Folder(IScd2Algorithm algorithm) => Path.Combine(options.Folder, $"members-{size.ToString(CultureInfo.InvariantCulture)}-{algorithm.Name}");

    private string Prepared(IScd2Algorithm algorithm) => Path.Combine(Folder(algorithm), "prepared.duckdb");
}
