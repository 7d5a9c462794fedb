namespace Pipeline.Model;

/// <summary>What the expectations and checks of each run found: one row per check and run.</summary>
/// <remarks>
/// Loads and gates write it.
/// </remarks>
[PlatformRecord]
public sealed class QualityMetrics
{
    /// <summary>The graph's run.</summary>
    public required string RunId { get; init; }

    /// <summary>The expectation or check.</summary>
    public required string CheckName { get; init; }

    /// <summary>The schema of the rows.</summary>
    public required string Layer { get; init; }

    /// <summary>The table of the rows.</summary>
    public required string Target { get; init; }

    /// <summary>PASS, WARN or FAIL.</summary>
    public required string Status { get; init; }

    /// <summary>Rows that break it.</summary>
    public long ErrorCount { get; init; }

    /// <summary>Of an expectation, the rows that it looked at.</summary>
    public long? RowCount { get; init; }

    /// <summary>When.</summary>
    public DateTime RunTime { get; init; }
}
