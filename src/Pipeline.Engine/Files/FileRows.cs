namespace Pipeline.Engine.Files;

/// <summary>A file's records where SQL can read them.</summary>
/// <param name="From">What stands after FROM.</param>
/// <param name="RowNumber">The record's number in the file as an expression.</param>
/// <param name="Values">For each column of the table that the file has: its value as an expression.</param>
/// <param name="Record">The whole record as JSON, for the rejected rows.</param>
/// <param name="IsText">Whether the values are texts as written in the file.</param>
internal sealed record FileRows(string From, string RowNumber, IReadOnlyDictionary<string, string> Values, string Record, bool IsText)
{
    /// <summary>Records that have no values, since their form is wrong.</summary>
    public IReadOnlyList<BadRecord> Bad { get; init; } = [];

    /// <summary>How many sound records there are, where that is known without asking.</summary>
    public long? Count { get; init; }

    /// <summary>Whether the records come in the order of the file of themselves.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Fields of the file that no column takes.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Why nothing of the file can be read; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>A file of which nothing can be read.</summary>
    public static FileRows Unreadable(string problem) =>
        new("(SELECT 1 WHERE FALSE) AS file", "0::BIGINT", new Dictionary<string, string>(), "NULL", IsText: true) { Problem = problem };
}
