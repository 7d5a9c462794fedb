using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class RoleRenderer
{
    public static string Render(SnowflakeRenderer renderer, RoleObject role) => renderer.Fill("Access/role.sql", "role", new View(
        renderer.Name(role.Name), Comment(role), role.Includes.Select(renderer.Name).ToEquatableArray(),
        !role.Apart && !renderer.Catalog.All<RoleObject>().Any(r => r.Includes.Contains(role.Name))));

    // Who administers the account asks them before anything that they read is changed.
    private static string? Comment(RoleObject role) => role is ExposureObject exposure
        ? string.Join(" ", new[] { role.Comment, $"{Word(exposure.Consumer)} of {exposure.Owner}.", exposure.Url }.Where(t => !string.IsNullOrEmpty(t)))
        : role.Comment;

    private static string Word(Consumer consumer) => consumer == Consumer.MachineLearning ? "Machine learning" : consumer.ToString();

    private sealed record View(string Name, string? Comment, EquatableArray<string> Includes, bool IsOnTop);
}
