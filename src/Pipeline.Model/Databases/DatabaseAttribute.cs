namespace Pipeline.Model;

/// <summary>The database of the model. Without one all is deployed to the current database, whatever it is.</summary>
/// <remarks>
/// Becomes CREATE DATABASE IF NOT EXISTS, USE DATABASE and ALTER DATABASE .. SET for what has changed since, before all that lies in it. Its name is what the environment
/// says in <c>pipeline.yml</c> (<c>database: RETAIL</c>); <c>${user}</c> in it is the user who deploys. Where the environment says none, it is the class's. It is never
/// replaced, and <c>teardown.sql</c> empties it of what the model made and leaves it. Who deploys needs CREATE DATABASE on the account. A local run has one database, so
/// nothing of it. See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-database">CREATE DATABASE</see>.
/// </remarks>
/// <example><code>
/// /// &lt;summary&gt;The retail platform.&lt;/summary&gt;
/// [Database(RetentionDays = 1), Grant&lt;Operator&gt;(Access.Read)] public sealed class Retail;
/// // CREATE DATABASE IF NOT EXISTS RETAIL DATA_RETENTION_TIME_IN_DAYS = 1 ..
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DatabaseAttribute : KindAttribute
{
    /// <summary>Without Fail-safe: all schemas and tables in it are transient too. It can't be switched later.</summary>
    public bool Transient { get; init; }

    /// <summary>For how many days rows of former times can be queried and restored, where a schema says nothing else; a transient database holds at most 1.</summary>
    public int RetentionDays { get; init; } = 1;

    /// <summary>How far Snowflake may stretch the retention so that a stream nobody has read doesn't go stale, in days.</summary>
    public int MaxExtensionDays { get; init; } = 14;
}
