namespace Pipeline.Model;

/// <summary>A row class of a view that Snowflake keeps in SNOWFLAKE.ACCOUNT_USAGE; on the library's own classes alone.</summary>
/// <remarks>
/// <para>A query reads it as any table: <c>Query&lt;QueryHistory&gt;</c>. Nothing creates it, and lineage ends there. The role that owns the views
/// needs IMPORTED PRIVILEGES on the database SNOWFLAKE, or one of its database roles.</para>
/// <para>It keeps a year and is late by 45 minutes to some hours; each class says by how much. Filter on its time, for it is long.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/account-usage">Account Usage</see>.
/// </remarks>
/// <example><code>[AccountUsage] public sealed class QueryHistory { .. }      // in the library; in a model: Query&lt;QueryHistory&gt; queries</code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AccountUsageAttribute : KindAttribute
{
    internal AccountUsageAttribute()
    {
    }
}
