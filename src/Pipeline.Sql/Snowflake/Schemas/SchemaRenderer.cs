using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class SchemaRenderer
{
    // All tables of a transient schema are transient; they needn't say so themselves.
    public static string Render(SnowflakeRenderer renderer, SchemaObject schema) => renderer.Fill("Schemas/schema.sql", "schema", new View(
        renderer.Name(schema.Name), schema.Transient, schema.ManagedAccess,
        schema.Transient ? Math.Min(schema.RetentionDays, 1) : schema.RetentionDays, schema.MaxExtensionDays, schema.Comment));

    private sealed record View(string Name, bool Transient, bool ManagedAccess, int RetentionDays, int MaxExtensionDays, string? Comment);
}
