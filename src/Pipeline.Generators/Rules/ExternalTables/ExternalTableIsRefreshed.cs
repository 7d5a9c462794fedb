using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Something refreshes an external table.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/tables-external-auto"/></remarks>
internal sealed class ExternalTableIsRefreshed : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ExternalTableIsRefreshed,
        "Nothing refreshes an external table",
        "'{0}' {1}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var run = new HashSet<QualifiedName>(model.All<TaskObject>().SelectMany(t => t.Runs));
        foreach (var table in model.All<ExternalTableObject>())
        {
            var reason = table is { AutoRefresh: false, SnsTopic: not null } ? "has a topic that announces files, and doesn't listen to it; say AutoRefresh = true"
                : !table.AutoRefresh && !run.Contains(table.Name) ? $"shows no file that comes after it was made: say AutoRefresh = true, or let a task refresh it by [Runs<{ModelView.Short(table)}>]"
                : null;
            if (reason is not null) yield return Problem(table, AtKind, ModelView.Short(table), reason);
        }
    }
}
