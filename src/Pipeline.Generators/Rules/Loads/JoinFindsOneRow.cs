using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A load joins one row at most to each row of its stream: the account of its rows doesn't add up otherwise, and the load is rolled back.</summary>
/// <remarks>Told of tables with a declared key of which the join leaves a part open; of one without a key nobody knows.</remarks>
internal sealed class JoinFindsOneRow : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Warning(
        RuleIds.JoinFindsOneRow,
        "A join of a load may find several rows",
        "'{0}.{1}' joins '{2}' and leaves '{3}' of its key open: where it finds two rows for one, the load fails and changes nothing; join by the whole key, or take one row of each with LatestBy");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        foreach (var table in model.All<TableObject>())
        {
            foreach (var load in table.Loads.Where(l => l is { Driver: not null, Query: SelectQuery }))
            {
                foreach (var (joined, open) in RowByRow((SelectQuery)load.Query, load.Driver!).SelectMany(s => Joined(model, s)))
                {
                    yield return Problem(table, QueryPlace.OfLoad(load), ModelView.Short(table), load.Method, ModelView.Short(joined), open.Property);
                }
            }
        }
    }

    // From the outermost SELECT down to the stream, each row by row; none where a step groups or compares rows.
    private static List<SelectQuery> RowByRow(SelectQuery outermost, QualifiedName driver)
    {
        var steps = new List<SelectQuery>();
        for (SelectQuery? current = outermost; current is { GroupBy.Count: 0, Distinct: false } && !current.Columns.Any(c => c.Value is AggregateCall);)
        {
            steps.Add(current);
            if (current.From is StreamSource stream) return stream.Stream == driver ? steps : [];
            current = current.From is CommonTableSource step ? outermost.With.FirstOrDefault(t => t.Name == step.Name)?.Query as SelectQuery : null;
        }

        return [];
    }

    private static IEnumerable<(TableObject Joined, Column Open)> Joined(ModelView model, SelectQuery select)
    {
        // What is ranked after a join keeps one of its rows.
        if (select.Qualify is not null) yield break;
        foreach (var join in select.Joins.Where(j => j.Kind is JoinKind.Inner or JoinKind.Left && j.Match is null))
        {
            // Of the versions of a member another rule speaks.
            if (join.Source is not ObjectSource source || model.Table(source.Object) is not { } table || table is DimensionObject { Scd: Scd.Type2 }) continue;
            var given = new HashSet<string>(Conjunction.Of(join.On).Concat(join.Kind == JoinKind.Inner ? Conjunction.Of(select.Where) : []).SelectMany(t => Given(t, source.Alias)), StringComparer.Ordinal);
            var key = table.With(table is FactObject ? ColumnRoles.Grain : ColumnRoles.BusinessKey).ToList();
            if (key.Count == 0 || table.With(ColumnRoles.SurrogateKey).Any(c => given.Contains(c.Name))) continue;
            if (key.FirstOrDefault(c => !given.Contains(c.Name)) is { } open) yield return (table, open);
        }
    }

    // The column of the joined table that equals something else.
    private static IEnumerable<string> Given(Expression term, string alias) => term is BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotDistinct } equal
        ? new[] { equal.Left, equal.Right }.OfType<ColumnReference>().Where(c => c.Source == alias).Select(c => c.Column)
        : [];
}
