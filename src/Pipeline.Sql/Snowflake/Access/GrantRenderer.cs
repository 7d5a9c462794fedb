using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The grants on an object; on a schema also on all that is and will be in it.</summary>
/// <remarks>They come last: a future grant passes over what is created with COPY GRANTS, so what is there is granted by ALL.</remarks>
internal static class GrantRenderer
{
    private static readonly string[] Made = ["TABLE", "EXTERNAL TABLE", "VIEW", "MATERIALIZED VIEW", "DYNAMIC TABLE", "STREAM", "STAGE", "FILE FORMAT", "PIPE", "TASK", "ALERT", "PROCEDURE"];

    private const string Pipes = "PIPES";

    /// <summary>All grants on a schema and on what is in it; empty where there are none.</summary>
    public static IEnumerable<string> OfSchema(SnowflakeRenderer renderer, SchemaObject schema)
    {
        var name = renderer.Name(schema.Name);
        foreach (var grant in schema.Grants)
        {
            var role = renderer.Name(grant.Role);
            yield return $"GRANT USAGE ON SCHEMA {name} TO ROLE {role};";
            foreach (var (privileges, kinds) in InSchema(grant.Access).Concat(OnExternalTables(renderer, schema, grant.Access)))
            {
                foreach (var kind in kinds)
                {
                    foreach (var present in Present(renderer, schema, kind)) yield return $"GRANT {privileges} ON {present} TO ROLE {role};";
                    yield return $"GRANT {privileges} ON FUTURE {kind} IN SCHEMA {name} TO ROLE {role};";
                }
            }

            if (grant.Access == Access.Create) yield return $"GRANT {string.Join(", ", Made.Select(m => "CREATE " + m))} ON SCHEMA {name} TO ROLE {role};";
        }

        foreach (var item in renderer.Catalog.Objects.Where(o => o.Name.Schema == schema.Name.Name && o is not RunLedgerObject && !IsLate(o)))
        {
            foreach (var line in OfObject(renderer, item)) yield return line;
        }
    }

    // Snowflake restricts grants on ALL PIPES, so those of the model are named.
    private static IEnumerable<string> Present(SnowflakeRenderer renderer, SchemaObject schema, string kind) => kind != Pipes
        ? [$"ALL {kind} IN SCHEMA {renderer.Name(schema.Name)}"]
        : renderer.Catalog.All<PipeObject>().Where(p => p.Name.Schema == schema.Name.Name).Select(p => $"{KindOf(p)} {renderer.Name(p.Name)}");

    /// <summary>The grants on what belongs to the account, and on the database.</summary>
    public static IEnumerable<string> OfAccount(SnowflakeRenderer renderer)
    {
        foreach (var item in renderer.Catalog.Objects.Where(o => o.Name.Schema is null && o is not (SchemaObject or DatabaseObject) && !IsLate(o)))
        {
            foreach (var line in OfObject(renderer, item)) yield return line;
        }

        var roles = renderer.Catalog.Objects.Where(o => o.Name.Schema is not null || o is SchemaObject or DatabaseObject).SelectMany(o => o.Grants).Select(g => g.Role).Distinct()
            .OrderBy(r => r.Name, StringComparer.Ordinal).ToList();
        if (roles.Count > 0)
        {
            var usage = roles.Select(r => (Privileges: "USAGE", Role: r));
            var more = renderer.Catalog.All<DatabaseObject>().SelectMany(d => d.Grants).Select(g => (Privileges: g.Access == Access.Create ? "CREATE SCHEMA" : "MONITOR", g.Role));
            yield return SnowflakeQuoting.WithBody(renderer.Fill("Access/database_usage.sql", "database", new View(
                usage.Concat(more).Select(g => new DatabaseGrant($"GRANT {g.Privileges} ON DATABASE ", " TO ROLE " + renderer.Name(g.Role))).ToEquatableArray()))).TrimEnd('\n');
        }
    }

    /// <summary>The grants on what is deployed after all grants: they stand with the object. Empty for any other.</summary>
    public static IEnumerable<string> OfLate(SnowflakeRenderer renderer, CatalogObject item) => IsLate(item) ? OfObject(renderer, item) : [];

    private static bool IsLate(CatalogObject item) => item is EmailChannelObject or WebhookChannelObject or AlertObject;

    private static IEnumerable<string> OfObject(SnowflakeRenderer renderer, CatalogObject item)
    {
        foreach (var grant in item.Grants)
        {
            if (item.Name.Schema is { } schema) yield return $"GRANT USAGE ON SCHEMA {renderer.Identifier(schema)} TO ROLE {renderer.Name(grant.Role)};";
            yield return $"GRANT {PrivilegesOn(item, grant.Access)} ON {KindOf(item)} {renderer.Name(item.Name)} TO ROLE {renderer.Name(grant.Role)};";
        }
    }

    private static IEnumerable<(string Privileges, string[] Kinds)> InSchema(Access access)
    {
        if (access is Access.Read or Access.Write) yield return ("SELECT", ["TABLES", "VIEWS", "MATERIALIZED VIEWS", "DYNAMIC TABLES"]);
        if (access is Access.Write)
        {
            yield return ("INSERT, UPDATE, DELETE, TRUNCATE", ["TABLES"]);
            yield return ("SELECT", ["STREAMS"]);
            yield return ("USAGE", ["STAGES", "FILE FORMATS"]);
        }

        if (access is Access.Operate)
        {
            yield return ("MONITOR, OPERATE", ["TASKS", "DYNAMIC TABLES", Pipes, "ALERTS"]);
            yield return ("USAGE", ["PROCEDURES"]);
        }
    }

    // Named where there are any: a schema without them keeps its grants as they are.
    private static IEnumerable<(string Privileges, string[] Kinds)> OnExternalTables(SnowflakeRenderer renderer, SchemaObject schema, Access access)
    {
        if (access is Access.Read or Access.Write && renderer.Catalog.All<ExternalTableObject>().Any(t => t.Name.Schema == schema.Name.Name)) yield return ("SELECT", ["EXTERNAL TABLES"]);
    }

    private static string PrivilegesOn(CatalogObject item, Access access) => (item, access) switch
    {
        (WarehouseObject or StorageIntegrationObject or SnsTopicObject or EmailChannelObject or WebhookChannelObject, Access.Use) => "USAGE",
        (WarehouseObject, Access.Operate) => "USAGE, OPERATE, MONITOR",
        (ResourceMonitorObject, Access.Read) => "MONITOR",
        (ResourceMonitorObject, Access.Operate) => "MONITOR, MODIFY",
        (TaskObject or PipeObject or DynamicTableObject or AlertObject, Access.Operate) => "MONITOR, OPERATE",
        (TableObject or ViewObject or DynamicTableObject or StreamObject, Access.Read) => "SELECT",
        (TableObject and not ExternalTableObject, Access.Write) => "SELECT, INSERT, UPDATE, DELETE, TRUNCATE",
        (StageObject or FileFormatObject, Access.Use) => "USAGE",
        _ => throw new UnspellableException($"[Grant<>(Access.{access})] means nothing on {item.Name}."),
    };

    private static string KindOf(CatalogObject item) => item switch
    {
        WarehouseObject => "WAREHOUSE",
        ResourceMonitorObject => "RESOURCE MONITOR",
        StorageIntegrationObject or SnsTopicObject or EmailChannelObject or WebhookChannelObject => "INTEGRATION",
        TaskObject => "TASK",
        AlertObject => "ALERT",
        PipeObject => "PIPE",
        DynamicTableObject => "DYNAMIC TABLE",
        ExternalTableObject => "EXTERNAL TABLE",
        ViewObject { Materialized: true } => "MATERIALIZED VIEW",
        ViewObject => "VIEW",
        StreamObject => "STREAM",
        StageObject => "STAGE",
        FileFormatObject => "FILE FORMAT",
        _ => "TABLE",
    };

    private sealed record View(EquatableArray<DatabaseGrant> Grants);

    private sealed record DatabaseGrant(string Grant, string To);
}
