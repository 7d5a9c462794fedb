using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Stops a deployment by a role that policies would hide rows or values from.</summary>
internal static class DeployingRole
{
    public static string? Check(SnowflakeRenderer renderer) =>
        renderer.Catalog.All<PolicyObject>().Any() && renderer.Catalog.All<RoleObject>().FirstOrDefault(r => r.RunsLoads) is { } role
            ? SnowflakeQuoting.WithBody(renderer.Fill("Access/deploying_role.sql", "check", new View(
                role.Name.Name, $"Deploy with a role that includes {role.Name.Name}: loads run with the role that deploys, and would store masked values.")))
            : null;

    private sealed record View(string Role, string Message);
}
