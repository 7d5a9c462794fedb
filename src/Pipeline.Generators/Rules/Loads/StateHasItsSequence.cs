using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>What keeps the last state of events knows which of them is the last: an event that comes late is older than what is there.</summary>
/// <remarks>Within a run the events go by the driver's sequence; between runs only a sequence of the target's own tells which is newer.</remarks>
internal sealed class StateHasItsSequence : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.StateHasItsSequence,
        "A late event replaces a newer state",
        "'{0}' keeps the last of the events of '{1}' and has no [Sequence], so that one which comes late replaces a newer one; add a column that takes '{2}', marked [Sequence]");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var table in model.All<TableObject>().Where(t => t is not DimensionObject { Scd: Scd.Type2 } && t.FirstWith(ColumnRoles.Sequence) is null && t.FirstWith(ColumnRoles.Milestone) is null))
        {
            var key = table.With(table is FactObject ? ColumnRoles.Grain : ColumnRoles.BusinessKey).Select(c => c.Name).ToList();
            foreach (var load in table.Loads.Where(l => l.Mode == LoadMode.Merge && key.Count > 0))
            {
                if (load.Driver is not { } driver || model.Stream(driver) is not { } stream || model.Table(stream.Source) is not { } source || load.Query is not SelectQuery query) continue;
                if (source.With(ColumnRoles.Sequence).FirstOrDefault(c => (c.Roles & ColumnRoles.BusinessKey) != 0) is not { } sequence || IsComputedAnew.Is(query)) continue;
                if (query.Columns.Any(c => key.Contains(c.Name) && c.Value is ColumnReference column && column.Column == sequence.Name)) continue;
                yield return Problem(
                    table, QueryPlace.OfLoad(load), ModelView.Short(table), ModelView.Short(source), sequence.Property);
            }
        }
    }

    // Groups and windows are computed from all rows of theirs, whatever came last.
    private sealed class IsComputedAnew : QueryRewriter
    {
        private bool found;

        public static bool Is(Query query)
        {
            var finder = new IsComputedAnew();
            finder.Rewrite(query);
            return finder.found;
        }

        public override Query Rewrite(Query query)
        {
            found |= query is SetQuery || (query is SelectQuery select && (select.Distinct || select.GroupBy.Count > 0 || select.Columns.Any(c => c.Value is WindowCall or AggregateCall)));
            return base.Rewrite(query);
        }
    }
}
