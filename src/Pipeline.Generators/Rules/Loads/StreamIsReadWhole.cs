using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A load that reads a stream uses up all that it shows, whatever its query takes of it.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/streams-intro#offset-storage"/></remarks>
internal sealed class StreamIsReadWhole : CatalogRule
{
    // Asked for each load after each edit, and a query never changes.
    private static readonly ConditionalWeakTable<Query, IReadOnlyList<QualifiedName>> Known = new();

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.StreamIsReadWhole,
        "A load takes a number of rows of its stream",
        "'{0}.{1}' takes a number of the rows that '{2}' shows, and a load uses up all of them: the rest is never seen again; leave Take and Skip out, or filter by what the rows say");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var table in model.All<TableObject>())
        {
            foreach (var load in table.Loads)
            {
                if (Known.GetValue(load.Query, q => [.. Limits.In(q).SelectMany(SourceCollector.NamesIn)]).Select(model.Stream).FirstOrDefault(s => s is not null) is not { } stream) continue;
                yield return Problem(table, QueryPlace.OfLoad(load), ModelView.Short(table), load.Method, ModelView.Short(stream));
            }
        }
    }

    // The queries that keep a number of rows; with the steps that they read.
    private sealed class Limits : QueryRewriter
    {
        private readonly List<SelectQuery> found = [];
        private EquatableArray<CommonTable> steps = [];

        public static IEnumerable<Query> In(Query query)
        {
            var limits = new Limits { steps = query.With };
            limits.Rewrite(query);
            return limits.found.Select(f => f with { With = limits.steps });
        }

        protected override SelectQuery RewriteSelect(SelectQuery select)
        {
            if (select.Take is not null || select.Skip is not null) found.Add(select);
            return base.RewriteSelect(select);
        }
    }
}
