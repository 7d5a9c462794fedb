namespace Pipeline.Catalog;

/// <summary>A task of a graph. The root has the schedule; all tasks of a graph share its schema and warehouse.</summary>
public sealed record TaskObject(QualifiedName Name, string ClassName, QualifiedName Root, QualifiedName Warehouse)
    : CatalogObject(Name, ClassName)
{
    /// <summary>What the task waits for; empty for a root.</summary>
    public EquatableArray<QualifiedName> After { get; init; }

    /// <summary>The streams of which any must have data; empty where the model names none.</summary>
    public EquatableArray<QualifiedName> When { get; init; }

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

    public bool IsRoot => Name == Root;
}
