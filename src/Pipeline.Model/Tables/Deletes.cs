namespace Pipeline.Model;

/// <summary>What a delete at the source does to the target.</summary>
public enum Deletes
{
    /// <summary>Nothing: the row stays as it was.</summary>
    Ignore,

    /// <summary>The row is deleted.</summary>
    Remove,

    /// <summary>The row stays and is marked, in the <see cref="IsDeletedAttribute">[IsDeleted]</see> column.</summary>
    Mark,

    /// <summary>Of a dimension with history: the open version ends, and none follows it.</summary>
    /// <remarks>
    /// A history of events learns of a delete from an event that sets the [IsDeleted] column; a row that is removed from staging is none.
    /// With <see cref="History.Observed"/> a removed row is one, at the time of the run that saw it.
    /// </remarks>
    Close,
}
