namespace Pipeline.Model;

/// <summary>One row per stream and run: until when it can be read.</summary>
/// <remarks>
/// A task that runs the ledger writes it, from SHOW STREAMS.
/// </remarks>
[PlatformRecord]
public sealed class StreamStates
{
    /// <summary>When this was so.</summary>
    public DateTime ObservedAt { get; init; }

    /// <summary>Where the stream lies.</summary>
    public required string StreamSchema { get; init; }

    /// <summary>The stream.</summary>
    public required string StreamName { get; init; }

    /// <summary>What it follows.</summary>
    public required string SourceName { get; init; }

    /// <summary>Whether it can't be read any more.</summary>
    public bool IsStale { get; init; }

    /// <summary>When it can't be read any more if nobody reads it before.</summary>
    public DateTime? StaleAfter { get; init; }
}
