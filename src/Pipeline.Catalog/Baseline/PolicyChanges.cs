namespace Pipeline.Catalog.Baseline;

/// <summary>Policies whose arguments are others than they were, by name or type: while a policy is on something, an account takes another body of it and no other arguments.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/sql/alter-masking-policy">ALTER MASKING POLICY</see>.</remarks>
internal static class PolicyChanges
{
    public static IEnumerable<Loss> Of(CompiledCatalog shipped, CompiledCatalog model, Func<SqlType, string> spell)
    {
        var policies = shipped.All<PolicyObject>().ToList();
        if (policies.Count == 0) yield break;

        var attached = new HashSet<QualifiedName>(shipped.Objects.SelectMany(PoliciesOf));
        foreach (var policy in policies.Where(p => attached.Contains(p.Name)))
        {
            if (model.Find<PolicyObject>(policy.Name) is not { } now || now.Arguments.SequenceEqual(policy.Arguments)) continue;
            yield return new(
                LossCodes.PolicyResigned, "resign-policy", now.Name.ToString(), now, null,
                $"The policy {now.Name} of '{now.ClassName}' was shipped with {Spoken(policy, spell)} and takes {Spoken(now, spell)} now: an account changes no arguments of a policy that is on something.",
                "Leave it as it was, and make a second class for the new one.")
            {
                Accepting = "If somebody takes it off everything before the deployment",
            };
        }
    }

    private static IEnumerable<QualifiedName> PoliciesOf(CatalogObject item)
    {
        if (item.RowAccess is { } rows) yield return rows.Policy;
        var columns = item switch { TableObject table => table.Columns, ViewObject view => view.Columns, DynamicTableObject table => table.Columns, _ => [] };
        foreach (var column in columns)
        {
            if (column.Mask is { } mask) yield return mask.Policy;
        }
    }

    private static string Spoken(PolicyObject policy, Func<SqlType, string> spell) => "(" + string.Join(", ", policy.Arguments.Select(a => $"{a.Name} {spell(a.Type)}")) + ")";
}
