namespace Pipeline.Engine.Reports;

/// <summary>What became of a task or of a part of it.</summary>
public enum RunStatus
{
    /// <summary>It ran and committed.</summary>
    Succeeded,

    /// <summary>It failed and rolled back.</summary>
    Failed,

    /// <summary>Its condition did not hold, or that of a task before it.</summary>
    Skipped,

    /// <summary>A task before it failed, or all before it are suspended.</summary>
    NotRun,

    /// <summary>It is suspended; what waits for it runs as if it had succeeded.</summary>
    Suspended,
}
