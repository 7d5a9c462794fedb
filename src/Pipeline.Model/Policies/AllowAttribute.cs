namespace Pipeline.Model;

/// <summary>Whether a row access policy lets a row be read: a static method from columns of the row, and the tables to look them up in, to <c>bool</c>.</summary>
/// <example><code>[Allow] internal static bool MayRead(string region, Query&lt;RegionAccess&gt; mapping) =&gt; mapping.Any(m =&gt; m.Region == region &amp;&amp; Sql.IsRoleInSession(m.RoleName));</code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute : Attribute;
