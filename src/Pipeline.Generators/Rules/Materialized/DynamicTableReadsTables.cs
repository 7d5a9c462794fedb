using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A dynamic table reads tables, views and other dynamic tables.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/dynamic-tables-limitations"/></remarks>
internal sealed class DynamicTableReadsTables : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.DynamicTableReadsTables,
        "A dynamic table reads what none can",
        "'{0}' reads '{1}', {2}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var table in model.All<DynamicTableObject>())
        {
            var names = SourceCollector.NamesIn(table.Query);
            foreach (var source in model.Named(names))
            {
                var reason = source switch
                {
                    StreamObject => "a stream, which Snowflake lets no dynamic table read; read its table: a dynamic table follows the changes by itself",
                    ExternalTableObject => "an external table, which Snowflake lets no dynamic table read; load it by a stream, and read the table that it fills",
                    ViewObject { Materialized: true } => "a materialized view, which Snowflake lets no dynamic table read; read the table, or make that a [DynamicTable<,>] too",
                    DynamicTableObject { Refresh: RefreshMode.Full } when table.Refresh == RefreshMode.Incremental =>
                        "which is made anew at each refresh, so that there are no changes to follow; let both be RefreshMode.Incremental, or both Full",
                    _ => null,
                };
                if (reason is not null) yield return Problem(table, AtKind, ModelView.Short(table), ModelView.Short(source), reason);
            }
        }
    }
}
