namespace Loads.Benchmarks.LocalRun;

/// <summary>One way from the files to the aggregates.</summary>
internal interface ILocalRun : IDisposable
{
    /// <summary>Takes in the first delivery, into tables that are empty.</summary>
    void First(string folder);

    /// <summary>Takes in the one after it.</summary>
    void Next(string folder);

    /// <summary>A line per table: how many rows, and a checksum of what they say.</summary>
    string Compared();
}
