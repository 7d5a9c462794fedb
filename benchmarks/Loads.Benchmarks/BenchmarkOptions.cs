using System.Globalization;
using Loads.Benchmarks.Scd2;

namespace Loads.Benchmarks;

/// <summary>What is measured, how often, and where the result goes.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>Sizes of the dimension in current members.</summary>
    public IReadOnlyList<int> Members { get; init; } = [1_000_000, 10_000_000];

    /// <summary>Sizes of the local run in sales.</summary>
    public IReadOnlyList<int> Sales { get; init; } = [1_000_000, 10_000_000];

    /// <summary>The algorithms over the dimension, by name: few of them make a large size cheap. Ours and the yardstick are always among them.</summary>
    public IReadOnlyList<IScd2Algorithm> Algorithms { get; init; } = Scd2Algorithms.All;

    public int Repeats { get; init; } = 5;

    /// <summary>Where files and databases lie while it runs, in a folder of their own that is deleted after it.</summary>
    public string Folder { get; init; } = Work(Path.GetTempPath());

    /// <summary>The page whose results are written anew; null where they are only printed.</summary>
    public string? Report { get; init; }

    public const string Usage = "[--members 1000000,10000000] [--sales 1000000,10000000] [--algorithms pipeline,update-insert] [--repeats 5] [--folder DIR] [--report docs/reference/performance.md]";

    /// <exception cref="ArgumentException">An option isn't known, or has no value.</exception>
    public static BenchmarkOptions Of(IReadOnlyList<string> arguments)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (i + 1 == arguments.Count) throw new ArgumentException($"{arguments[i]} needs a value: {Usage}");
            var value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--members" => options with { Members = Sizes(value) },
                "--sales" => options with { Sales = Sizes(value) },
                "--algorithms" => options with { Algorithms = Chosen(value) },
                "--repeats" => options with { Repeats = int.Parse(value, CultureInfo.InvariantCulture) },
                "--folder" => options with { Folder = Work(Path.GetFullPath(value)) },
                "--report" => options with { Report = Path.GetFullPath(value) },
                _ => throw new ArgumentException($"{arguments[i]} is no option: {Usage}"),
            };
        }

        return options;
    }

    private static IScd2Algorithm[] Chosen(string value)
    {
        var named = value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Scd2Algorithms.Find).ToList();
        return [.. Scd2Algorithms.All.Where((a, i) => i == 0 || a.Name == Scd2Algorithms.Yardstick || named.Contains(a))];
    }

    private static string Work(string folder) => Path.Combine(folder, "pipeline-benchmarks");

    private static int[] Sizes(string value) =>
        [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
}
