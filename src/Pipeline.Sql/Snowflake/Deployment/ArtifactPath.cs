using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Where the file of an object lies: a folder per schema and kind; what belongs to the account is in <c>account/</c>.</summary>
internal static class ArtifactPath
{
    public static string Of(CatalogObject item) => item switch
    {
        RoleObject => $"account/roles/{File(item.Name.Name)}.sql",
        TagObject => In(item.Name, "tags"),
        PolicyObject => In(item.Name, "policies"),
        StorageIntegrationObject or SnsTopicObject or EmailChannelObject or WebhookChannelObject => $"account/integrations/{File(item.Name.Name)}.sql",
        ResourceMonitorObject => $"account/resource_monitors/{File(item.Name.Name)}.sql",
        DatabaseObject => "account/database.sql",
        ShareObject => $"account/shares/{File(item.Name.Name)}.sql",
        WarehouseObject => $"account/warehouses/{File(item.Name.Name)}.sql",
        SchemaObject => $"{File(item.Name.Name)}/schema.sql",
        FileFormatObject => In(item.Name, "file_formats"),
        StageObject => In(item.Name, "stages"),
        ExternalTableObject => In(item.Name, "external_tables"),
        TableObject => In(item.Name, "tables"),
        StreamObject => In(item.Name, "streams"),
        PipeObject => In(item.Name, "pipes"),
        ViewObject { Materialized: true } => In(item.Name, "materialized_views"),
        ViewObject => In(item.Name, "views"),
        DynamicTableObject => In(item.Name, "dynamic_tables"),
        TaskObject => In(item.Name, "tasks"),
        AlertObject => In(item.Name, "alerts"),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.GetType().Name, "An object of an unknown kind."),
    };

    public static string OfProcedure(QualifiedName name) => In(name, "procedures");

    public static string OfTags(SchemaObject schema) => $"{File(schema.Name.Name)}/tags.sql";

    public static string OfGrants(SchemaObject schema) => $"{File(schema.Name.Name)}/grants.sql";

    private static string In(QualifiedName name, string kind) => $"{File(name.Schema ?? "account")}/{kind}/{File(name.Name)}.sql";

    // A name may hold what no file system takes.
    private static string File(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '_' or '$' or '-' ? c : '_'));
}
