using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>A share with its grants and its accounts. It stands after all views: replaced, they keep their grants.</summary>
internal static class ShareRenderer
{
    public static string Render(SnowflakeRenderer renderer, ShareObject share)
    {
        // What an environment says of it no rule has seen.
        if (share.Accounts.FirstOrDefault(a => !ShareObject.IsAccount(a)) is { } wrong) throw new UnspellableException($"'{wrong}' is no account; write it as ORGANIZATION.ACCOUNT.");
        var name = renderer.Name(share.Name);
        return SnowflakeQuoting.WithBody(renderer.Fill("Shares/share.sql", "share", new View(
            name, " TO SHARE " + name, string.Join(" ", new[] { share.Comment, $"Share of {share.Owner}." }.Where(t => !string.IsNullOrEmpty(t))),
            share.Reads.Select(r => r.Schema ?? "").Distinct().Select(renderer.Identifier).ToEquatableArray(), share.Reads.Select(renderer.Name).ToEquatableArray(),
            share.Accounts.Count == 0 ? null : string.Join(", ", share.Accounts))));
    }

    private sealed record View(string Name, string ToShare, string Comment, EquatableArray<string> Schemas, EquatableArray<string> Views, string? Accounts);
}
