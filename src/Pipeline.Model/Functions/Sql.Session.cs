namespace Pipeline.Model;

/// <content>Who reads; for policies alone.</content>
public static partial class Sql
{
    /// <summary>Whether the reader has the role, itself or by one that includes it: IS_ROLE_IN_SESSION. In a policy only.</summary>
    /// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/functions/is_role_in_session">IS_ROLE_IN_SESSION</see>.</remarks>
    /// <example><code>public static string? Mask(string? value) =&gt; Sql.IsRoleInSession&lt;PiiReader&gt;() ? value : "*****";</code></example>
    /// <typeparam name="TRole">The role.</typeparam>
    public static bool IsRoleInSession<TRole>() => Session.Has(typeof(TRole));

    /// <summary>Whether the reader has the role that a column names: IS_ROLE_IN_SESSION. In a policy only.</summary>
    /// <example><code>mapping.Any(m =&gt; m.Region == region &amp;&amp; Sql.IsRoleInSession(m.RoleName))</code></example>
    /// <param name="role">The role's name in the account, in upper case: a column of a mapping table, or a constant.</param>
    public static bool IsRoleInSession(string role) => Session.Has(role);

    /// <summary>The user who reads, in upper case: CURRENT_USER. In a policy only.</summary>
    /// <example><code>mapping.Any(m =&gt; m.Region == region &amp;&amp; m.UserName == Sql.CurrentUser())</code></example>
    public static string CurrentUser() => Session.User;
}
