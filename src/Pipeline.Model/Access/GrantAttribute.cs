namespace Pipeline.Model;

/// <summary>What a role may do with this object; on a schema, with all that is and will be in it.</summary>
/// <remarks>
/// Becomes GRANT .. TO ROLE; on a schema ON ALL and ON FUTURE objects of it. A role that is granted anything may use the database.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/grant-privilege">GRANT</see>.
/// </remarks>
/// <example><code>
/// [Schema, Grant&lt;Analyst&gt;(Access.Read), Grant&lt;Transformer&gt;(Access.Write)] public sealed class Analytics;
/// [Warehouse, Grant&lt;Analyst&gt;(Access.Use)] public sealed class BiWh;
/// </code></example>
/// <typeparam name="TRole">The role, or the exposure whose role it is.</typeparam>
/// <param name="access">What it may do.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class GrantAttribute<[OfKind(typeof(RoleAttribute), typeof(ExposureAttribute))] TRole>(Access access) : Attribute
{
    /// <summary>What the role may do.</summary>
    public Access Access => access;
}
