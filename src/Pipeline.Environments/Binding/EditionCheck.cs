using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>Refuses what the edition of an environment's account doesn't have. An environment that says no edition is not asked.</summary>
internal static class EditionCheck
{
    private const int LongestStandardRetention = 1;

    public static IEnumerable<EnvironmentError> Check(IEnumerable<CatalogObject> objects, DeploymentEnvironment environment)
    {
        if (environment.Edition != Edition.Standard || !environment.SaysEdition) yield break;
        foreach (var item in objects)
        {
            if (Needs(item) is not { } needs) continue;
            var wayOut = needs.Property is { } property ? $"override {property} there, or say 'edition: enterprise'." : "say 'edition: enterprise'.";
            yield return new(environment.File, 0, 0,
                $"{(item.ClassName.Length > 0 ? item.ClassName : item.Name.ToString())} {needs.What}, which takes the Enterprise edition, and the environment '{environment.Name}' is standard; {wayOut}");
        }
    }

    // What it is or says, and the property that an environment can override instead.
    private static (string What, string? Property)? Needs(CatalogObject item) => item switch
    {
        WarehouseObject { MaxClusters: > 1 } warehouse => ($"grows to {warehouse.MaxClusters} clusters", nameof(warehouse.MaxClusters)),
        DatabaseObject { Transient: false, RetentionDays: > LongestStandardRetention } database => Retention(database.RetentionDays),
        SchemaObject { Transient: false, RetentionDays: > LongestStandardRetention } schema => Retention(schema.RetentionDays),
        TableObject { RetentionDays: > LongestStandardRetention } table => Retention(table.RetentionDays.Value),
        TagObject => ("is a tag", null),
        MaskingPolicyObject => ("is a masking policy", null),
        RowAccessPolicyObject => ("is a row access policy", null),
        ViewObject { Materialized: true } => ("is a materialized view", null),
        _ => null,
    };

    private static (string What, string? Property) Retention(int days) => ($"keeps {days} days of Time Travel", nameof(SchemaObject.RetentionDays));
}
