// GOVERNANCE: who sees which rows and which values. Policies are part of the CREATE of what they protect.
using Pipeline.Model;

namespace Retail;

/// <summary>Which role sees the sales of which region. The rows are reviewed here, like code.</summary>
/// <remarks>
/// The data flow's sketch asks a function CURRENT_USER_REGION(): Snowflake has none, and one's own would give a user one region at most. A policy over this table
/// gives a role any number of them, and a role that isn't here none.
/// </remarks>
[Table<Governance>]
public sealed class RegionAccess
{
    /// <summary>As the account names it.</summary>
    [BusinessKey, Varchar(255)] public string RoleName { get; init; }
    [BusinessKey, Varchar(20)] public string Region { get; init; }

    [Rows]
    internal static RegionAccess[] Rows() =>
    [
        new() { RoleName = "EAST_MANAGER", Region = "EAST" },
        new() { RoleName = "WEST_MANAGER", Region = "WEST" },
    ];
}

/// <summary>Managers see the regions of their roles, sales administrators and the loads all of them, everybody else none.</summary>
[RowAccessPolicy<Governance>]
public sealed class RegionPolicy
{
    [Allow]
    internal static bool MayRead(string region, Query<RegionAccess> mapping) =>
        Sql.IsRoleInSession<SalesAdmin>()
        || Sql.IsRoleInSession<Transformer>()
        || mapping.Any(m => m.Region == region && Sql.IsRoleInSession(m.RoleName));
}

/// <summary>An address in clear for those who may read personal data, and its domain for all others.</summary>
[MaskingPolicy<Governance>]
public sealed class EmailMask : IMask<string?>
{
    public static string? Mask(string? value) =>
        Sql.IsRoleInSession<PiiReader>() || Sql.IsRoleInSession<Transformer>() ? value
        : value is null || !value.Contains('@', StringComparison.Ordinal) ? "*****"
        : "*****@" + value.Substring(value.IndexOf('@', StringComparison.Ordinal) + 1);
}

/// <summary>A name in clear for those who may read personal data, and its first letter for all others.</summary>
[MaskingPolicy<Governance>]
public sealed class NameMask : IMask<string?>
{
    public static string? Mask(string? value) =>
        Sql.IsRoleInSession<PiiReader>() || Sql.IsRoleInSession<Transformer>() ? value
        : value is null ? null
        : value.Substring(0, 1) + "****";
}

/// <summary>Who pays for it.</summary>
[Tag<Governance>("retail", "platform")] public sealed class CostCenter;

/// <summary>How carefully it is to be handled.</summary>
[Tag<Governance>("public", "internal", "personal")] public sealed class Sensitivity;
