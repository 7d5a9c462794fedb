namespace Pipeline.Catalog;

/// <summary>The database of the model; where there is none, all is deployed to the current one. Its name is the environment's.</summary>
public sealed record DatabaseObject(QualifiedName Name, string ClassName) : CatalogObject(Name, ClassName)
{
    /// <summary>Stands in its name for the user who deploys.</summary>
    public const string UserPlaceholder = "${user}";

    public bool Transient { get; init; }

    public int RetentionDays { get; init; } = 1;

    public int MaxExtensionDays { get; init; } = 14;
}
