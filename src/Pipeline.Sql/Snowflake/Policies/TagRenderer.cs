using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Tags, and their values on objects and columns.</summary>
/// <remarks>Values are set when all else is there: what a deployment replaces has lost them.</remarks>
internal static class TagRenderer
{
    public static string Render(SnowflakeRenderer renderer, TagObject tag) => renderer.Fill("Policies/tag.sql", "tag", new View(
        renderer.Name(tag.Name), tag.AllowedValues.Count == 0 ? null : renderer.Texts(tag.AllowedValues), tag.Comment));

    /// <summary>The values on what lies in a schema, and on the schema.</summary>
    public static IEnumerable<string> OfSchema(SnowflakeRenderer renderer, SchemaObject schema) =>
        renderer.Catalog.Objects.Where(o => o == schema || o.Name.Schema == schema.Name.Name).SelectMany(o => OfObject(renderer, o));

    /// <summary>The values on what belongs to the account.</summary>
    public static IEnumerable<string> OfAccount(SnowflakeRenderer renderer) =>
        renderer.Catalog.Objects.Where(o => o.Name.Schema is null && o is not SchemaObject).SelectMany(o => OfObject(renderer, o));

    private static IEnumerable<string> OfObject(SnowflakeRenderer renderer, CatalogObject item)
    {
        if (item.Tags.Count == 0 && ColumnsOf(item).All(c => c.Tags.Count == 0)) yield break;
        var altered = $"ALTER {KindOf(item)} {renderer.Name(item.Name)}";
        if (item is ExternalTableObject && item.Tags.Count > 0) yield return $"ALTER EXTERNAL TABLE {renderer.Name(item.Name)} SET TAG {Values(renderer, item.Tags)};";
        else if (item.Tags.Count > 0) yield return $"{altered} SET TAG {Values(renderer, item.Tags)};";
        foreach (var column in ColumnsOf(item).Where(c => c.Tags.Count > 0))
        {
            yield return $"{altered} MODIFY COLUMN {renderer.Identifier(column.Name)} SET TAG {Values(renderer, column.Tags)};";
        }
    }

    private static string Values(SnowflakeRenderer renderer, IEnumerable<TagValue> tags) => string.Join(", ", tags.Select(t => $"{renderer.Name(t.Tag)} = {renderer.Text(t.Value)}"));

    private static EquatableArray<Column> ColumnsOf(CatalogObject item) => item switch
    {
        TableObject table => table.Columns,
        ViewObject view => view.Columns,
        DynamicTableObject table => table.Columns,
        _ => [],
    };

    private static string KindOf(CatalogObject item) => item switch
    {
        SchemaObject => "SCHEMA",
        WarehouseObject => "WAREHOUSE",
        RoleObject => "ROLE",
        StageObject => "STAGE",
        ViewObject { Materialized: false } => "VIEW",
        DynamicTableObject => "DYNAMIC TABLE",
        TableObject => "TABLE",
        _ => throw new UnspellableException($"[Tagged<>] means nothing on {item.Name}."),
    };

    private sealed record View(string Name, string? AllowedValues, string? Comment);
}
