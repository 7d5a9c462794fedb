using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The block that stops a deployment where a live external table reads something else than the model's.</summary>
internal static class ExternalTableCheckRenderer
{
    /// <returns>Null where the model has no external table.</returns>
    public static string? Render(SnowflakeRenderer renderer)
    {
        var tables = renderer.Catalog.All<ExternalTableObject>()
            .Select(t => "(" + renderer.Texts([t.Name.Schema ?? "", t.Name.Name, ExternalTableRenderer.Fingerprint(renderer, t)]) + ")").ToEquatableArray();
        return tables.Count == 0 ? null : SnowflakeQuoting.WithBody(renderer.Fill("ExternalTables/external_table_check.sql", "check", new View(tables)));
    }

    private sealed record View(EquatableArray<string> Tables);
}
