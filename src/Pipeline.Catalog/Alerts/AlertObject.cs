namespace Pipeline.Catalog;

/// <summary>A query whose rows are what somebody should know, asked on a schedule and told to channels.</summary>
/// <param name="Query">Its rows: SUBJECT and MESSAGE.</param>
public sealed record AlertObject(QualifiedName Name, string ClassName, QualifiedName Warehouse, Query Query) : CatalogObject(Name, ClassName)
{
    /// <summary>Five cron fields and a zone.</summary>
    public string? Cron { get; init; }

    /// <summary>The interval of an alert that has no cron.</summary>
    public int EveryMinutes { get; init; }

    public Severity Severity { get; init; }

    /// <summary>For how long the same subject isn't told again; 0 tells it at each evaluation.</summary>
    public int RepeatMinutes { get; init; }

    /// <summary>Deployed, but not resumed.</summary>
    public bool Suspended { get; init; }

    /// <summary>The integrations that are told, in the order written.</summary>
    public EquatableArray<QualifiedName> Channels { get; init; }

    /// <summary>Where its query stands in the C#.</summary>
    public QueryPlaces? Places { get; init; }
}
