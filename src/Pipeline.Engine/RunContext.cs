namespace Pipeline.Engine;

/// <summary>One run of a task graph: its identity and its time, the same on a retry.</summary>
internal sealed record RunContext(string RunId, DateTime ScheduledAt, TimeProvider? Clock)
{
    /// <summary>The time that statements see.</summary>
    public DateTime Now => Clock is null ? ScheduledAt : Clock.GetUtcNow().UtcDateTime;
}
