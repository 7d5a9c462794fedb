namespace Pipeline.Model;

/// <summary>A schema: a layer of the platform, with the Time Travel retention that its tables inherit.</summary>
/// <remarks>
/// Becomes CREATE SCHEMA IF NOT EXISTS. A schema that is there is never replaced; what lies in it stays.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-schema">CREATE SCHEMA</see>.
/// </remarks>
/// <example><code>
/// /// &lt;summary&gt;Cleansed, validated data with its changes tracked.&lt;/summary&gt;
/// [Schema(Transient = true)] public sealed class Staging;
/// // CREATE TRANSIENT SCHEMA IF NOT EXISTS STAGING DATA_RETENTION_TIME_IN_DAYS = 1 ..
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SchemaAttribute : KindAttribute
{
    /// <summary>Without Fail-safe: cheaper, for data that can be made again. Its tables are transient too.</summary>
    public bool Transient { get; init; }

    /// <summary>For how many days the rows of former times can be queried and restored; a transient schema holds at most 1.</summary>
    public int RetentionDays { get; init; } = 1;

    /// <summary>How far Snowflake may stretch the retention so that a stream nobody has read doesn't go stale.</summary>
    public int MaxExtensionDays { get; init; } = 14;

    /// <summary>Grants are given by the schema's owner alone, not by the owners of the objects in it.</summary>
    public bool ManagedAccess { get; init; }

    /// <summary>Consumers read it: a column of it that personal data flows into has to be masked, or say why not.</summary>
    public bool Published { get; init; }
}
