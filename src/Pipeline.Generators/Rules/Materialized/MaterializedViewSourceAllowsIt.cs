using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>What a materialized view reads is a table, without a row access policy, and without a mask on any of its columns.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/views-materialized#limitations-on-creating-materialized-views"/></remarks>
internal sealed class MaterializedViewSourceAllowsIt : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.MaterializedViewSourceAllowsIt,
        "Snowflake lets no materialized view read that",
        "'{0}' reads '{1}', {2}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var view in model.All<ViewObject>().Where(v => v.Materialized))
        {
            var names = SourceCollector.NamesIn(view.Query);
            foreach (var source in model.Named(names))
            {
                if (Reason(view, source) is { } reason) yield return Problem(view, AtKind, ModelView.Short(view), ModelView.Short(source), reason);
            }
        }
    }

    private static string? Reason(ViewObject view, CatalogObject source) => source switch
    {
        ViewObject or DynamicTableObject => "which is no table but made of tables itself; make it a [DynamicTable<,>], or read the table",
        _ when source.RowAccess is not null => "which has a row access policy; put the policy on a [View<>] over both, or make it a [DynamicTable<,>]",
        TableObject table when Masked(table) is { } masked => $"whose '{masked}' is masked, and no mask is set where a materialized view reads the table; make it a [View<>]",
        _ => null,
    };

    // Shown or not: a deployment sets each mask again, which Snowflake refuses under a materialized view.
    private static string? Masked(TableObject table) => table.Columns.FirstOrDefault(c => c.Mask is not null)?.Property;
}
