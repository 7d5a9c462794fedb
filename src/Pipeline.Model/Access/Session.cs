namespace Pipeline.Model;

/// <summary>Who reads, where a model's policies run in plain C#: the roles and the user that <c>Sql.IsRoleInSession</c> and <c>Sql.CurrentUser</c> see.</summary>
/// <remarks>Outside of a session nobody reads: no role is in it.</remarks>
/// <example><code>
/// using (Session.As&lt;EastManager&gt;())
/// {
///     Assert.True(RegionPolicy.MayRead("EAST", Query.Of(RegionAccess.Rows())));
/// }
/// </code></example>
public static class Session
{
    private static readonly AsyncLocal<Reader?> Current = new();

    /// <summary>Reads as a role, with all that it includes, until it is disposed.</summary>
    /// <typeparam name="TRole">The role.</typeparam>
    /// <param name="user">The user; by default one named as the role.</param>
    public static IDisposable As<TRole>(string? user = null)
    {
        var roles = new HashSet<string>(StringComparer.Ordinal);
        Add(typeof(TRole), roles);
        var before = Current.Value;
        Current.Value = new(roles, user ?? NameOf(typeof(TRole)));
        return new Ending(() => Current.Value = before);
    }

    internal static bool Has(Type role) => Has(NameOf(role));

    internal static bool Has(string? role) => role is not null && Current.Value is { } reader && reader.Roles.Contains(role);

    internal static string User => Current.Value?.User ?? "NOBODY";

    private static void Add(Type role, HashSet<string> roles)
    {
        if (!roles.Add(NameOf(role))) return;
        foreach (var included in role.GetCustomAttributes(inherit: false).Select(a => a.GetType())
            .Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IncludesAttribute<>)))
        {
            Add(included.GetGenericArguments()[0], roles);
        }
    }

    // As the account names it.
    private static string NameOf(Type role)
    {
        if (role.GetCustomAttributes(inherit: false).OfType<RoleAttribute>().FirstOrDefault()?.Name is { } own) return own;
        return string.Concat(role.Name.Select((c, i) => i > 0 && char.IsUpper(c) && (!char.IsUpper(role.Name[i - 1]) || (i + 1 < role.Name.Length && char.IsLower(role.Name[i + 1]))) ? "_" + c : c.ToString()))
            .ToUpperInvariant();
    }

    private sealed record Reader(HashSet<string> Roles, string User);

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
