using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>What a share gives lies in one database. The account's own views lie in SNOWFLAKE, which nobody can share.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/data-sharing-multiple-db"/></remarks>
internal sealed class ShareReadsOneDatabase : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ShareReadsOneDatabase,
        "A share gives what lies in another database",
        "'{0}' gives '{1}', which reads {2} of the database SNOWFLAKE; keep what it needs in a table of the model, and give a view of that");

    public override IEnumerable<CatalogProblem> Check(ModelView model) =>
        from share in model.All<ShareObject>()
        from read in share.Reads
        let foreign = SharedRows.Of(model, read).Names.FirstOrDefault(n => n.Schema == AccountViews.Schema)
        where foreign is not null
        select Problem(share, AtAttribute("Reads", read), ModelView.Short(share), SharedRows.NameOf(model, read), foreign.ToString());
}
