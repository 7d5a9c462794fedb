using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>Refuses what the edition of an environment's account doesn't have. An environment that says no edition is not asked.</summary>
internal static class EditionCheck
{
    public static IEnumerable<EnvironmentError> Check(IEnumerable<CatalogObject> objects, DeploymentEnvironment environment)
    {
        if (environment.Edition != Edition.Standard || !environment.SaysEdition) yield break;
        foreach (var item in objects)
        {
            if (Needs(item) is { } what)
            {
                yield return new(environment.File, 0, 0,
                    $"{item.ClassName} {what}, which takes the Enterprise edition, and the environment '{environment.Name}' is standard; override it there, or say 'edition: enterprise'.");
            }
        }
    }

    private static string? Needs(CatalogObject item) => item switch
    {
        WarehouseObject { MaxClusters: > 1 } warehouse => $"grows to {warehouse.MaxClusters} clusters",
        PolicyObject => "is a policy",
        ViewObject { Materialized: true } => "is a materialized view",
        TableObject { RetentionDays: > 1 } table => $"keeps its past for {table.RetentionDays} days",
        SchemaObject { RetentionDays: > 1 } schema => $"keeps its past for {schema.RetentionDays} days",
        TagObject => "is a tag",
        _ => null,
    };
}
