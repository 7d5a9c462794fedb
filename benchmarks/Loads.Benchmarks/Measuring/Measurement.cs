using System.Text.Json;

namespace Loads.Benchmarks.Measuring;

/// <summary>What one process measured of itself.</summary>
/// <param name="Seconds">The load, or the first delivery.</param>
/// <param name="NextSeconds">The delivery after it; 0 where there is none.</param>
/// <param name="CpuSeconds">What the load or the first delivery took of the processors.</param>
/// <param name="NextCpuSeconds">And the delivery after it.</param>
/// <param name="PeakBytes">The most memory that the process held.</param>
/// <param name="Content">What it made, to be the same for all; null where it makes nothing.</param>
internal sealed record Measurement(double Seconds, double NextSeconds, double CpuSeconds, double NextCpuSeconds, long PeakBytes, string? Content)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static Measurement Read(string line) => JsonSerializer.Deserialize<Measurement>(line)!;
}
