using Loads.Benchmarks.Measuring;

namespace Loads.Benchmarks.Scd2;

/// <summary>A dimension at work.</summary>
internal interface IScd2Load : IDisposable
{
    /// <summary>Takes a batch in: 1 to warm up, then 2.</summary>
    /// <returns>What the load took, from its first statement to its commit.</returns>
    Spent Load(int batch);

    /// <summary>How many versions there are, and a checksum of what they say and when they hold; null for one that writes nothing.</summary>
    string? Compared();
}
