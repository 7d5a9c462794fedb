namespace Loads.Benchmarks.Scd2;

/// <summary>One way to bring a batch of changes into a dimension with history.</summary>
internal interface IScd2Algorithm
{
    /// <summary>What it is called on the command line, and in the table of results.</summary>
    string Name { get; }

    /// <summary>What it does, in one line of the report.</summary>
    string Description { get; }

    /// <summary>Makes a database with the history of so many members, and all that the batches need.</summary>
    void Prepare(string file, int members);

    /// <summary>Opens a database that was prepared.</summary>
    IScd2Load Open(string file, int threads);
}
