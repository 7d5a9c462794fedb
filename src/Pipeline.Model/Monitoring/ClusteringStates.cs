namespace Pipeline.Model;

/// <summary>One row per clustered table and run: what SYSTEM$CLUSTERING_INFORMATION says.</summary>
/// <remarks>
/// A task that runs the ledger writes it. In a local run it is empty: only an account has such rows.
/// </remarks>
[PlatformRecord]
public sealed class ClusteringStates
{
    /// <summary>When this was so.</summary>
    public DateTime ObservedAt { get; init; }

    /// <summary>Where the table lies.</summary>
    public required string TableSchema { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>How many partitions hold a value of the keys, on average: 1 is best.</summary>
    public double? AverageDepth { get; init; }

    /// <summary>With how many others a partition overlaps.</summary>
    public double? AverageOverlaps { get; init; }

    /// <summary>Its partitions.</summary>
    public long? TotalPartitionCount { get; init; }
}
