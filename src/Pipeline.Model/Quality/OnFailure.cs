namespace Pipeline.Model;

/// <summary>What a check that finds something does.</summary>
public enum OnFailure
{
    /// <summary>The gate fails, once all its checks are made and recorded: no task that waits for it runs.</summary>
    Stop,

    /// <summary>It is recorded as WARN, and the graph goes on.</summary>
    Warn,
}
