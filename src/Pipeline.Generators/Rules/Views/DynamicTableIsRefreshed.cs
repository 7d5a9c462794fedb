using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Something refreshes a dynamic table.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/sql/create-dynamic-table"/></remarks>
internal sealed class DynamicTableIsRefreshed : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.DynamicTableIsRefreshed,
        "Nothing refreshes a dynamic table",
        "'{0}' {1}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var all = model.All<DynamicTableObject>().ToList();
        var run = new HashSet<QualifiedName>(model.All<TaskObject>().SelectMany(t => t.Runs));
        var read = new HashSet<QualifiedName>(all.SelectMany(t => SourceCollector.NamesIn(t.Query)));
        foreach (var table in all)
        {
            var reason = table is { Downstream: true, LagMinutes: > 0 } ? "has a lag and is refreshed by its readers; keep one of LagMinutes and Downstream"
                : table.Downstream && !read.Contains(table.Name) ? "is refreshed when a dynamic table that reads it is, and none reads it; give it LagMinutes, or a task that runs it"
                : table.RefreshedByTask && !run.Contains(table.Name) ? $"has no LagMinutes, and no task runs it; give it LagMinutes, or a task [Runs<{ModelView.Short(table)}>]"
                : null;
            if (reason is not null) yield return Problem(table, AtKind, ModelView.Short(table), reason);
        }
    }
}
