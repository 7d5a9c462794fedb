namespace Pipeline.Model;

/// <summary>Files that were loaded by COPY and by pipes: SNOWFLAKE.ACCOUNT_USAGE.COPY_HISTORY.</summary>
/// <remarks>
/// It is up to 2 hours late, for tables rarely loaded up to 2 days. In a local run it is empty: only an account has such rows.
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage/copy_history">COPY_HISTORY</see>.
/// </remarks>
[AccountUsage]
public sealed class CopyHistory
{
    /// <summary>The file.</summary>
    public required string FileName { get; init; }

    /// <summary>The stage that it lies in.</summary>
    public string? StageLocation { get; init; }

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset LastLoadTime { get; init; }

    /// <summary>Rows loaded.</summary>
    public long RowCount { get; init; }

    /// <summary>Rows read.</summary>
    public long RowParsed { get; init; }

    /// <summary>Bytes.</summary>
    public long? FileSize { get; init; }

    /// <summary>The first error.</summary>
    public string? FirstErrorMessage { get; init; }

    /// <summary>Its line.</summary>
    public long? FirstErrorLineNumber { get; init; }

    /// <summary>Rows with errors.</summary>
    public long ErrorCount { get; init; }

    /// <summary>How many errors stop the load.</summary>
    public long? ErrorLimit { get; init; }

    /// <summary>Loaded, Load failed or Partially loaded.</summary>
    public required string Status { get; init; }

    /// <summary>The table's database.</summary>
    public string? TableCatalogName { get; init; }

    /// <summary>The table's schema.</summary>
    public required string TableSchemaName { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The pipe's database.</summary>
    public string? PipeCatalogName { get; init; }

    /// <summary>The pipe's schema.</summary>
    public string? PipeSchemaName { get; init; }

    /// <summary>The pipe; null where nothing was loaded.</summary>
    public string? PipeName { get; init; }

    /// <summary>When the pipe heard of the file.</summary>
    public DateTimeOffset? PipeReceivedTime { get; init; }
}
