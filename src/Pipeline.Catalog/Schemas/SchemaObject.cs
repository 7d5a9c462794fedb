namespace Pipeline.Catalog;

/// <summary>A layer of the platform, with the retention that its tables inherit.</summary>
public sealed record SchemaObject(QualifiedName Name, string ClassName) : CatalogObject(Name, ClassName)
{
    public bool Transient { get; init; }

    public int RetentionDays { get; init; } = 1;

    public int MaxExtensionDays { get; init; } = 14;

    public bool ManagedAccess { get; init; }

    /// <summary>Consumers read it.</summary>
    public bool Published { get; init; }
}
