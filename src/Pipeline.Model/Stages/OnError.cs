namespace Pipeline.Model;

/// <summary>What becomes of a file that holds a row which can't be read.</summary>
public enum OnError
{
    /// <summary>
    /// The good rows are loaded, and the bad one is kept in REJECTED_.. with its file, line and reason. Snowflake's CONTINUE alone
    /// would lose it.
    /// </summary>
    RejectRow,

    /// <summary>The whole file is left out, and recorded as such.</summary>
    SkipFile,

    /// <summary>The copy fails, and nothing of it is loaded.</summary>
    Stop,
}
