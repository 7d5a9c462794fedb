using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A share gives secure views: another account sees neither their text nor, by tricks of a filter, rows that they hide.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/data-sharing-secure-views"/></remarks>
internal sealed class ShareReadsSecureViews : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ShareReadsSecureViews, "A share gives what is no secure view", "'{0}' gives '{1}', which is {2}; {3}");

    public override IEnumerable<CatalogProblem> Check(ModelView model) =>
        from share in model.All<ShareObject>()
        from read in share.Reads
        let item = model.Objects.FirstOrDefault(o => o.Name == read)
        where item is not (null or ViewObject { Secure: true, Materialized: false })
        let isView = item is ViewObject { Materialized: false }
        select Problem(
            share, AtAttribute("Reads", read), ModelView.Short(share), ModelView.Short(item), isView ? "a view that isn't secure" : "no view",
            isView ? $"say Secure = true on '{ModelView.Short(item)}'" : "give a secure view of it");
}
