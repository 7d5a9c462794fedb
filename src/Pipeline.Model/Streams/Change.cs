namespace Pipeline.Model;

/// <summary>One change row of a stream.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/user-guide/streams-intro#stream-columns">Stream columns</see>.</remarks>
/// <typeparam name="T">The table.</typeparam>
public sealed class Change<T>
    where T : class
{
    /// <summary>The row: its old state for a delete, its new state for an insert.</summary>
    public required T Row { get; init; }

    /// <summary>What happened (METADATA$ACTION).</summary>
    public ChangeAction Action { get; init; }

    /// <summary>One half of an update (METADATA$ISUPDATE).</summary>
    public bool IsUpdate { get; init; }

    /// <summary>The row's own id, the same through all its changes (METADATA$ROW_ID).</summary>
    public string RowId { get; init; } = "";
}
