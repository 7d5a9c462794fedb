namespace Pipeline.Catalog;

/// <summary>A task of a graph. The root has the schedule; all tasks of a graph share its schema and warehouse.</summary>
public sealed record TaskObject(QualifiedName Name, string ClassName, QualifiedName Root, QualifiedName Warehouse)
    : CatalogObject(Name, ClassName)
{
    /// <summary>Snowflake's own, where the model says nothing.</summary>
    public const int DefaultTriggerSeconds = 30;

    /// <summary>What the task waits for; empty for a root and for a finalizer.</summary>
    public EquatableArray<QualifiedName> After { get; init; }

    /// <summary>The streams of which any must have data; empty where the model names none.</summary>
    public EquatableArray<QualifiedName> When { get; init; }

    /// <summary>The predecessors of which any must have loaded rows; empty where the model names none.</summary>
    public EquatableArray<QualifiedName> WhenLoaded { get; init; }

    /// <summary>The tables and dynamic tables whose copies, loads and refreshes it runs, in order.</summary>
    public EquatableArray<QualifiedName> Runs { get; init; }

    /// <summary>Five cron fields and a zone; of a root.</summary>
    public string? Cron { get; init; }

    /// <summary>The interval of a root that has no cron.</summary>
    public int EveryMinutes { get; init; }

    public int Retries { get; init; }

    public int SuspendAfterFailures { get; init; } = 10;

    /// <summary>0: Snowflake's own, an hour.</summary>
    public int TimeoutMinutes { get; init; }

    public Overlap Overlap { get; init; }

    /// <summary>The least time between two runs of a triggered root; null: <see cref="DefaultTriggerSeconds"/>.</summary>
    public int? TriggerSeconds { get; init; }

    /// <summary>Deployed, but not resumed.</summary>
    public bool Suspended { get; init; }

    /// <summary>It runs when all else of the graph has ended.</summary>
    public bool IsFinalizer { get; init; }

    public bool IsRoot => Name == Root;

    /// <summary>A root without a schedule: data in the streams of its condition starts it.</summary>
    public bool IsTriggered => IsRoot && Cron is null && EveryMinutes == 0;
}
