using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>The account has one resource monitor of its own: the last that is assigned takes the place of the others.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/resource-monitors"/></remarks>
internal sealed class AccountHasOneMonitor : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.AccountHasOneMonitor, "Two resource monitors are the account's", "'{0}' is the account's already, which has one; put warehouses under '{1}' by [LimitedBy<{1}>]");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var ofAccount = model.All<ResourceMonitorObject>().Where(m => m.OfAccount).ToList();
        return ofAccount.Skip(1).Select(m => Problem(m, AtKind, ModelView.Short(ofAccount[0]), ModelView.Short(m)));
    }
}
