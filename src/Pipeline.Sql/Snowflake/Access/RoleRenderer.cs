using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class RoleRenderer
{
    public static string Render(SnowflakeRenderer renderer, RoleObject role) => renderer.Fill("Access/role.sql", "role", new View(
        renderer.Name(role.Name), role.Comment, role.Includes.Select(renderer.Name).ToEquatableArray(),
        !role.Apart && !renderer.Catalog.All<RoleObject>().Any(r => r.Includes.Contains(role.Name))));

    private sealed record View(string Name, string? Comment, EquatableArray<string> Includes, bool IsOnTop);
}
