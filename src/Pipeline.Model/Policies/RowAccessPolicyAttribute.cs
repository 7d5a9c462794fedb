namespace Pipeline.Model;

/// <summary>A row access policy: which rows a reader sees. Its <see cref="AllowAttribute">[Allow]</see> method says so of one row.</summary>
/// <remarks>
/// Becomes CREATE OR ALTER ROW ACCESS POLICY. It fails closed: who is in no mapping sees no row. It is evaluated with its owner's rights, so readers
/// need none on the mapping table. Enterprise edition.
/// See <see href="https://docs.snowflake.com/en/user-guide/security-row-intro">Row access policies</see>.
/// </remarks>
/// <example><code>
/// [RowAccessPolicy&lt;Governance&gt;]
/// public sealed class RegionPolicy
/// {
///     [Allow]
///     internal static bool MayRead(string region, Query&lt;RegionAccess&gt; mapping) =&gt;
///         Sql.IsRoleInSession&lt;Transformer&gt;() || mapping.Any(m =&gt; m.Region == region &amp;&amp; Sql.IsRoleInSession(m.RoleName));
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RowAccessPolicyAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : KindAttribute;
