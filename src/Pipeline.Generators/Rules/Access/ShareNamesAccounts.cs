using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A share names accounts, each once. What an environment gives in the place of a name is checked as it is bound.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/alter-share"/></remarks>
internal sealed class ShareNamesAccounts : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ShareNamesAccounts, "A share names what is no account", "'{0}' can't be given to '{1}': {2}");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        if (context.Item is not ShareObject share) yield break;
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var account in share.Accounts.Where(a => !a.Contains("${")))
        {
            if (!ShareObject.IsAccount(account)) yield return Problem(context.KindLocation, context.Type.Name, account, "that is no account; write it as ORGANIZATION.ACCOUNT");
            else if (!met.Add(account)) yield return Problem(context.KindLocation, context.Type.Name, account, "it names that account twice; remove one");
        }
    }
}
