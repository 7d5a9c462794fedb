namespace Pipeline.Model;

/// <summary>Whether a task graph may start again while a run of it still goes on.</summary>
/// <remarks>
/// Two runs at once read the same streams, and each gets a part of the changes: so None, unless the graph reads no stream.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-task">CREATE TASK, OVERLAP_POLICY</see>.
/// </remarks>
public enum Overlap
{
    /// <summary>A scheduled time at which a run goes on is left out.</summary>
    None,

    /// <summary>The next run may start once the root of the last one is done.</summary>
    Children,

    /// <summary>Each scheduled time starts a run.</summary>
    All,
}
