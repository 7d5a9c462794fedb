using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class WarehouseRenderer
{
    public static string Render(SnowflakeRenderer renderer, WarehouseObject warehouse) => renderer.Fill("Account/warehouse.sql", "warehouse", new View(
        renderer.Name(warehouse.Name), warehouse.Size, warehouse.MinClusters, warehouse.MaxClusters, warehouse.Scaling.ToString().ToUpperInvariant(), warehouse.AutoSuspendSeconds,
        warehouse.StatementTimeoutSeconds, warehouse.Comment, warehouse.Monitor is { } monitor ? renderer.Name(monitor) : null));

    private sealed record View(
        string Name, string Size, int MinClusters, int MaxClusters, string Scaling, int AutoSuspendSeconds, int StatementTimeoutSeconds, string? Comment, string? Monitor);
}
