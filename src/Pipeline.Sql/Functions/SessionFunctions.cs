using static Pipeline.Sql.Function;

namespace Pipeline.Sql;

/// <summary>Who reads. On a laptop the variables of the session say it; where they aren't set nobody reads.</summary>
internal static class SessionFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Of("IsRoleInSession", 1, "IS_ROLE_IN_SESSION({0})", "COALESCE(LIST_CONTAINS(CAST(GETVARIABLE('session_roles') AS VARCHAR[]), {0}), FALSE)"),
        Of("CurrentUser", 0, "CURRENT_USER()", "COALESCE(CAST(GETVARIABLE('session_user') AS VARCHAR), 'NOBODY')"),
    ];
}
