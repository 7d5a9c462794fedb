namespace Pipeline.Model;

/// <summary>Where a change stands in MySQL's binlog. File's number, position and row, in this order, are what orders changes.</summary>
/// <remarks>
/// The file sorts by the number that its name ends with, not by its text: <c>mysql-bin.1000000</c> follows <c>mysql-bin.999999</c>. After a failover of the
/// source the numbers may begin anew; let such a feed carry an epoch, as the first part of the sequence.
/// </remarks>
/// <example><code>[Sequence] public int LogFile { get; init; }   // Sql.TryToInt of what follows the last dot of File</code></example>
public sealed class DebeziumSource
{
    /// <summary>The binlog's file, such as <c>mysql-bin.000123</c>.</summary>
    [FromField("file")] public string? File { get; init; }

    /// <summary>The position in the file.</summary>
    [FromField("pos")] public long? Position { get; init; }

    /// <summary>The row within the event at this position.</summary>
    [FromField("row")] public int? Row { get; init; }

    /// <summary>When the change was committed, in milliseconds since 1970.</summary>
    [FromField("ts_ms")] public long? CommittedAt { get; init; }

    /// <summary><c>true</c>, <c>first</c>, <c>last</c>, <c>incremental</c> or <c>false</c>.</summary>
    [FromField("snapshot")] public string? Snapshot { get; init; }
}
