namespace Pipeline.Model;

/// <summary>Which changes of its source a stream shows.</summary>
public enum StreamMode
{
    /// <summary>The net change of each row: inserts, updates and deletes between the offset and now.</summary>
    Net,

    /// <summary>Inserts alone, and each of them: cheaper, and right for tables that only grow.</summary>
    AppendOnly,

    /// <summary>
    /// Of an external table, which has no other stream (INSERT_ONLY): the rows of the files that it got since the offset and still has. A file that goes gives no rows; one that is
    /// overwritten gives all of its rows again.
    /// </summary>
    InsertOnly,
}
