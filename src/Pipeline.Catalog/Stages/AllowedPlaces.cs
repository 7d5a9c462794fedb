namespace Pipeline.Catalog;

/// <summary>Where an integration lets stages lie.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-storage-integration">CREATE STORAGE INTEGRATION</see>: what is blocked goes before what is allowed.</remarks>
public static class AllowedPlaces
{
    /// <summary>What the integration says against the place, in words, and whether it blocks it; null where a stage may lie there.</summary>
    /// <param name="url">The place.</param>
    /// <param name="allowed">Its ALLOWED_LOCATIONS.</param>
    /// <param name="blocked">Its BLOCKED_LOCATIONS.</param>
    /// <param name="mayBe">Whether nobody knows yet that an allowed location isn't the place; nothing where all is known.</param>
    public static (string Words, bool Blocks)? Against(string url, IReadOnlyList<string> allowed, IReadOnlyList<string> blocked, Func<string, bool>? mayBe = null)
    {
        if (blocked.FirstOrDefault(p => p.Length > 0 && url.StartsWith(p, StringComparison.Ordinal)) is { } place) return ($"blocks '{place}'", true);
        return allowed.Any(p => p == "*" || url.StartsWith(p, StringComparison.Ordinal) || mayBe?.Invoke(p) == true)
            ? null
            : ($"allows {string.Join(", ", allowed.Select(p => $"'{p}'"))} alone", false);
    }
}
