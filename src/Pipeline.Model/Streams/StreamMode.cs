namespace Pipeline.Model;

/// <summary>Which changes of its source a stream shows.</summary>
public enum StreamMode
{
    /// <summary>The net change of each row: inserts, updates and deletes between the offset and now.</summary>
    Net,

    /// <summary>Inserts alone, and each of them: cheaper, and right for tables that only grow.</summary>
    AppendOnly,
}
