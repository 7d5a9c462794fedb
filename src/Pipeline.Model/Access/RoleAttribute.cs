namespace Pipeline.Model;

/// <summary>A role: what people and programs are given, so that they may do what the role may.</summary>
/// <remarks>
/// Becomes CREATE ROLE IF NOT EXISTS, and a GRANT ROLE for each that it <see cref="IncludesAttribute{TRole}">includes</see>. What it may do stands on the
/// objects, by <see cref="GrantAttribute{TRole}"/>. A role that no other includes is granted to SYSADMIN, unless it is <see cref="Apart"/>.
/// See <see href="https://docs.snowflake.com/en/user-guide/security-access-control-overview">Access control</see>.
/// </remarks>
/// <example><code>
/// /// &lt;summary&gt;Reads the marts.&lt;/summary&gt;
/// [Role] public sealed class Analyst;
/// [Role, Includes&lt;Analyst&gt;] public sealed class EastManager;
/// // pipeline query samples/RetailModel "SELECT * FROM ANALYTICS.VW_SALES_BY_REGION" --as EastManager
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RoleAttribute : KindAttribute
{
    /// <summary>
    /// Loads, tasks and dynamic tables run with it: it is of the role that deploys, which owns them. Policies have to show it all rows and all
    /// values, or the loads would store what is masked.
    /// </summary>
    public bool RunsLoads { get; init; }

    /// <summary>Not granted to SYSADMIN: who administers objects doesn't read, say, personal data by that.</summary>
    public bool Apart { get; init; }
}
