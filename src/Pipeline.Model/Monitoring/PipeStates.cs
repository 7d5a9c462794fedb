namespace Pipeline.Model;

/// <summary>One row per pipe and run: what SYSTEM$PIPE_STATUS says.</summary>
/// <remarks>
/// A task that runs the ledger writes it. In a local run it is empty: only an account has such rows.
/// </remarks>
[PlatformRecord]
public sealed class PipeStates
{
    /// <summary>When this was so.</summary>
    public DateTime ObservedAt { get; init; }

    /// <summary>Where the pipe lies.</summary>
    public required string PipeSchema { get; init; }

    /// <summary>The pipe.</summary>
    public required string PipeName { get; init; }

    /// <summary>RUNNING, PAUSED, STALLED and so on.</summary>
    public string? ExecutionState { get; init; }

    /// <summary>Files that wait.</summary>
    public long? PendingFileCount { get; init; }

    /// <summary>When the last file was loaded.</summary>
    public DateTime? LastIngestedAt { get; init; }

    /// <summary>When it was last told of a file.</summary>
    public DateTime? LastReceivedAt { get; init; }

    /// <summary>Since when the oldest of them waits.</summary>
    public DateTime? OldestFileAt { get; init; }

    /// <summary>Why it doesn't run.</summary>
    public string? Error { get; init; }
}
