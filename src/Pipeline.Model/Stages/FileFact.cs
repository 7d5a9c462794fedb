namespace Pipeline.Model;

/// <summary>What is known of the file that a row comes from.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/user-guide/querying-metadata">Querying metadata for staged files</see>.</remarks>
public enum FileFact
{
    /// <summary>The file's path below the stage's location (METADATA$FILENAME).</summary>
    Name,

    /// <summary>The row's number in the file (METADATA$FILE_ROW_NUMBER).</summary>
    RowNumber,

    /// <summary>A checksum of the file's content (METADATA$FILE_CONTENT_KEY).</summary>
    ContentKey,

    /// <summary>When the file was last changed (METADATA$FILE_LAST_MODIFIED).</summary>
    LastModified,

    /// <summary>When the copy began to read the file (METADATA$START_SCAN_TIME).</summary>
    ScanStarted,
}
