namespace Pipeline.Model;

/// <summary>How old the newest row of each table is that says how old it may be, by <see cref="FreshnessAttribute"/>.</summary>
/// <remarks>
/// A view, so it is as of the time at which it is read.
/// </remarks>
[PlatformRecord]
public sealed class TableFreshness
{
    /// <summary>Where the table lies.</summary>
    public required string TableSchema { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>How old its newest row may be.</summary>
    public int SlaMinutes { get; init; }

    /// <summary>The time of the newest row; null for an empty table.</summary>
    public DateTime? NewestAt { get; init; }

    /// <summary>How long ago that was.</summary>
    public long? AgeMinutes { get; init; }

    /// <summary>Older than agreed, or empty.</summary>
    public bool IsBreached { get; init; }
}
