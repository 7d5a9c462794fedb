namespace Loads.Benchmarks.Measuring;

/// <summary>A measurement that proves nothing: it failed, or what it made isn't what the others made.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
