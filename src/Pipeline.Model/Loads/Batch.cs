namespace Pipeline.Model;

/// <summary>The run of a load: its id and the time it was scheduled for, both the same when it is retried.</summary>
/// <remarks>A load that needs to know when it runs takes it as a parameter; there is no "now" in a query, so that a retry gives the same rows.</remarks>
/// <example><code>[Load] static Query&lt;FactInventory&gt; FromStaging(StgInventoryStream positions, Batch batch) =&gt; ..</code></example>
public sealed class Batch
{
    /// <summary>The id of the run; each row of LOAD_RUNS has one.</summary>
    public required string Id { get; init; }

    /// <summary>The time it was scheduled for, in UTC.</summary>
    public required DateTime ScheduledAt { get; init; }

    /// <summary>The day it was scheduled for, in UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(ScheduledAt);
}
