namespace Pipeline.Model;

/// <summary>One row per stream that a run of a load read: from where to where.</summary>
/// <remarks>
/// <para>
/// Loads write it, each in the transaction that moves the offset. What was committed after <see cref="ReadFrom"/> and before <see cref="ReadUntil"/> is in the run; the
/// next run's <see cref="ReadFrom"/> is at most this one's <see cref="ReadUntil"/>. Where it is later, the stream was made anew in between, and what lies between was never read.
/// </para>
/// <see href="https://docs.snowflake.com/en/sql-reference/functions/system_stream_get_table_timestamp"/>
/// </remarks>
[PlatformRecord]
public sealed class LoadOffsets
{
    /// <summary>The graph's run.</summary>
    public required string RunId { get; init; }

    /// <summary>The procedure that ran.</summary>
    public required string ProcedureName { get; init; }

    /// <summary>The table that it fills.</summary>
    public required string Target { get; init; }

    /// <summary>Begin, as in <see cref="LoadRuns"/>.</summary>
    public DateTime StartedAt { get; init; }

    /// <summary>The stream, with its schema.</summary>
    public required string Stream { get; init; }

    /// <summary>The last version of the stream's table that was read before, in UTC; null where the stream lies on a view, or nothing was there.</summary>
    public DateTime? ReadFrom { get; init; }

    /// <summary>When the transaction began up to which it was read, in UTC; null where the run failed and the offset stayed.</summary>
    public DateTime? ReadUntil { get; init; }
}
