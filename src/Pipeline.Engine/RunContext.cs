namespace Pipeline.Engine;

/// <summary>One run of a task graph: its identity and its time, the same on a retry.</summary>
internal sealed record RunContext(string RunId, DateTime ScheduledAt, TimeProvider? Clock)
{
    /// <summary>Where the virtual clock stood when the task began.</summary>
    public DateTime At { get; init; } = ScheduledAt;

    /// <summary>The time that statements see.</summary>
    public DateTime Now => Clock is null ? At : Clock.GetUtcNow().UtcDateTime;
}
