using System.Globalization;

namespace Loads.Benchmarks.Measuring;

/// <summary>The product and the hand-written scripts over the same files, in turn, round by round.</summary>
internal sealed class SalesBenchmark(BenchmarkOptions options, int size, TextWriter progress)
{
    /// <summary>Each side with its threads; 0 is DuckDB's own choice.</summary>
    public static readonly IReadOnlyList<(string Name, string Side, int Threads)> Sides =
        [("pipeline", "pipeline", 1), ("by-hand", "by-hand", 1), ("by-hand-all-threads", "by-hand", 0)];

    public IReadOnlyDictionary<string, Series> Run()
    {
        var text = size.ToString(CultureInfo.InvariantCulture);
        var files = Path.Combine(options.Folder, "sales-" + text);
        progress.WriteLine($"sales {size}: prepare the files");
        ChildProcess.Run("prepare-sales", text, files);

        var runs = Sides.ToDictionary(s => s.Name, _ => new List<Measurement>());
        for (var round = 1; round <= options.Repeats; round++)
        {
            foreach (var (name, side, threads) in Sides)
            {
                progress.WriteLine($"sales {size}: {name}, {round} of {options.Repeats}");
                var file = Path.Combine(files, "run.duckdb");
                runs[name].Add(Measurement.Read(ChildProcess.Run("sales", side, threads.ToString(CultureInfo.InvariantCulture), text, files, file)));
                File.Delete(file);
            }
        }

        Agreement.Check(runs.Select(r => (r.Key, r.Value[0].Content)));
        Directory.Delete(files, recursive: true);
        return runs.ToDictionary(r => r.Key, r => new Series(r.Value));
    }
}
