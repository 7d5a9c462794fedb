namespace Loads.Benchmarks.Measuring;

/// <summary>Times are compared only of those that made the same rows.</summary>
internal static class Agreement
{
    /// <exception cref="BenchmarkException">Two made different rows.</exception>
    public static void Check(IEnumerable<(string Name, string? Content)> made)
    {
        var writers = made.Where(m => m.Content is not null).ToList();
        foreach (var (name, content) in writers.Where(w => w.Content != writers[0].Content))
        {
            throw new BenchmarkException($"{name} made other rows than {writers[0].Name}:\n{content}\n{writers[0].Name}:\n{writers[0].Content}");
        }
    }
}
