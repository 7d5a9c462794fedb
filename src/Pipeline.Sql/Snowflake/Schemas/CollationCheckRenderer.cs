using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The block that stops a deployment where the account, the database or a schema would have texts compared otherwise than by their codes.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/parameters#default-ddl-collation">DEFAULT_DDL_COLLATION</see>.</remarks>
internal static class CollationCheckRenderer
{
    /// <returns>Null where the model has no schema.</returns>
    public static string? Render(SnowflakeRenderer renderer)
    {
        var schemas = renderer.Catalog.All<SchemaObject>().Select(s => new SchemaView(renderer.Name(s.Name), s.Name.Name + " (")).ToEquatableArray();
        return schemas.Count == 0 ? null : SnowflakeQuoting.WithBody(renderer.Fill("Schemas/collation_check.sql", "check", new View(schemas)));
    }

    private sealed record View(EquatableArray<SchemaView> Schemas);

    private sealed record SchemaView(string Name, string Opening);
}
