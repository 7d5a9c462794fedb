namespace Pipeline.Model;

/// <summary>One row per run of a load or copy: what it read, and what became of it.</summary>
/// <remarks>
/// Loads write it, each in its own transaction.
/// </remarks>
[PlatformRecord]
public sealed class LoadRuns
{
    /// <summary>The graph's run.</summary>
    public required string RunId { get; init; }

    /// <summary>The procedure that ran.</summary>
    public required string ProcedureName { get; init; }

    /// <summary>The table that it fills.</summary>
    public required string Target { get; init; }

    /// <summary>Begin.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>End.</summary>
    public DateTime FinishedAt { get; init; }

    /// <summary>SUCCEEDED or FAILED.</summary>
    public required string Status { get; init; }

    /// <summary>Rows that were read.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows that were filtered.</summary>
    public long RowsFiltered { get; init; }

    /// <summary>Rows that were rejected.</summary>
    public long RowsRejected { get; init; }

    /// <summary>Rows that were deduplicated.</summary>
    public long RowsDeduplicated { get; init; }

    /// <summary>Rows that were loaded.</summary>
    public long RowsLoaded { get; init; }

    /// <summary>Rows that were inserted.</summary>
    public long RowsInserted { get; init; }

    /// <summary>Rows that were updated.</summary>
    public long RowsUpdated { get; init; }

    /// <summary>Rows that were closed.</summary>
    public long RowsClosed { get; init; }

    /// <summary>Rows that were deleted.</summary>
    public long RowsDeleted { get; init; }

    /// <summary>Rows that were inferred.</summary>
    public long RowsInferred { get; init; }

    /// <summary>Rows that were rekeyed.</summary>
    public long RowsRekeyed { get; init; }

    /// <summary>What went wrong.</summary>
    public string? ErrorMessage { get; init; }
}
