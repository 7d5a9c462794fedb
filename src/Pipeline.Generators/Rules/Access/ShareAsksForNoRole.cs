using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>In another account nobody has this account's roles, and who reads is NULL there: what depends on it shows nothing, or what nobody meant to show.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/data-sharing-policy-protected-data"/></remarks>
internal sealed class ShareAsksForNoRole : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ShareAsksForNoRole,
        "A share depends on roles that its consumers don't have",
        "'{0}' gives '{1}', and {2} asks who reads: in another account roles and users are unknown; give a view of what every consumer may see, without it");

    public override IEnumerable<CatalogProblem> Check(ModelView model) =>
        from share in model.All<ShareObject>()
        from read in share.Reads
        let asks = SharedRows.Of(model, read).Asks
        where asks is not null
        select Problem(share, AtAttribute("Reads", read), ModelView.Short(share), SharedRows.NameOf(model, read), asks);
}
