using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class StorageIntegrationRenderer
{
    // Never replaced: a new integration gets a new identity in AWS and loses its stages.
    public static string Render(SnowflakeRenderer renderer, StorageIntegrationObject integration) =>
        renderer.Fill("Account/storage_integration.sql", "integration", new View(
            renderer.Name(integration.Name),
            integration.RoleArn,
            integration.ExternalId,
            renderer.Texts(integration.AllowedLocations),
            integration.BlockedLocations.Count == 0 ? null : renderer.Texts(integration.BlockedLocations),
            integration.Comment));

    private sealed record View(string Name, string RoleArn, string? ExternalId, string AllowedLocations, string? BlockedLocations, string? Comment);
}
