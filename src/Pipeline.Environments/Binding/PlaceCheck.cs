using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>Refuses stages that lie, with the environment's values, where their integration may not look.</summary>
/// <remarks>A folder of a laptop is no place of a cloud and isn't asked. See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-storage-integration">CREATE STORAGE INTEGRATION</see>.</remarks>
internal static class PlaceCheck
{
    public static IEnumerable<EnvironmentError> Check(IEnumerable<CatalogObject> objects, DeploymentEnvironment environment)
    {
        var all = objects.ToList();
        foreach (var stage in all.OfType<StageObject>())
        {
            if (stage.Url is not { } url || url.IndexOf("://", StringComparison.Ordinal) < 0) continue;
            if (all.OfType<StorageIntegrationObject>().FirstOrDefault(i => i.Name == stage.Integration) is not { } integration) continue;
            if (AllowedPlaces.Against(url, integration.AllowedLocations, integration.BlockedLocations) is not var (reason, _)) continue;
            yield return new(environment.File, 0, 0,
                $"{stage.ClassName} lies at '{url}' in the environment '{environment.Name}', and {integration.ClassName} {reason}; move the stage, or change the integration's locations.");
        }
    }
}
