namespace Pipeline.Catalog;

/// <summary>The trust between the account and a bucket. Texts may hold <c>${name}</c> until they are bound.</summary>
public sealed record StorageIntegrationObject(QualifiedName Name, string ClassName, string RoleArn, EquatableArray<string> AllowedLocations)
    : CatalogObject(Name, ClassName)
{
    public EquatableArray<string> BlockedLocations { get; init; }

    public string? ExternalId { get; init; }
}
