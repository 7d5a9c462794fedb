using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Looks in a query for sums of a column whose groups hold more than one day.</summary>
internal sealed class SumsOverTime : QueryRewriter
{
    private readonly EquatableArray<CommonTable> steps;
    private readonly (QualifiedName, string) measure;
    private readonly HashSet<(QualifiedName, string)> days;
    private bool asItIs;
    private bool found;

    private SumsOverTime(EquatableArray<CommonTable> steps, (QualifiedName, string) measure, HashSet<(QualifiedName, string)> days)
    {
        this.steps = steps;
        this.measure = measure;
        this.days = days;
    }

    public static bool Find(Query query, QualifiedName source, string measure, HashSet<(QualifiedName, string)> days)
    {
        var sums = new SumsOverTime(query.With, (source, measure), days);
        sums.Rewrite(query);
        return sums.found;
    }

    /// <summary>Whether the column itself is added up, and not what is computed of it and others.</summary>
    public static bool FindAsItIs(Query query, QualifiedName source, string measure)
    {
        var sums = new SumsOverTime(query.With, (source, measure), []) { asItIs = true };
        sums.Rewrite(query);
        return sums.found;
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        var sums = select.Columns.Select(c => c.Value).Concat(select.Having is null ? [] : [select.Having]).SelectMany(Sums.In);
        found |= sums.Any(s => s.Arguments.SelectMany(a => Columns(a, select)).Contains(measure)) && !select.GroupBy.SelectMany(g => Columns(g, select)).Any(days.Contains);
        return base.RewriteSelect(select);
    }

    // The columns of objects that a value is made of, through the steps that give it.
    private IEnumerable<(QualifiedName, string)> Columns(Expression value, SelectQuery select)
    {
        foreach (var column in asItIs ? AsItIs(value) : References.In(value))
        {
            var source = select.Joins.Select(j => j.Source).Append(select.From).OfType<Source>().FirstOrDefault(s => s.Alias == column.Source);
            switch (source)
            {
                case ObjectSource table: yield return (table.Object, column.Column); break;
                case StreamSource stream: yield return (stream.Stream, column.Column); break;
                case CommonTableSource step when steps.FirstOrDefault(t => t.Name == step.Name)?.Query is SelectQuery inner && inner.Columns.FirstOrDefault(c => c.Name == column.Column) is { } projection:
                    foreach (var origin in Columns(projection.Value, inner)) yield return origin;
                    break;
            }
        }
    }

    // The columns of which one is the value.
    private static IEnumerable<ColumnReference> AsItIs(Expression value) => value switch
    {
        ColumnReference column => [column],
        CastExpression cast => AsItIs(cast.Operand),
        FunctionCall { Function: "Coalesce" or "ZeroIfNull" or "RoundToEven" or "Round" } call => call.Arguments.Take(call.Function == "Coalesce" ? call.Arguments.Count : 1).SelectMany(AsItIs),
        CaseExpression choice => choice.Branches.Select(b => b.Then).Concat(choice.Else is null ? [] : [choice.Else]).SelectMany(AsItIs),
        _ => [],
    };

    private sealed class Sums : QueryRewriter
    {
        private readonly List<AggregateCall> calls = [];

        public static IEnumerable<AggregateCall> In(Expression expression)
        {
            var sums = new Sums();
            sums.Rewrite(expression);
            return sums.calls;
        }

        public override Expression Rewrite(Expression expression)
        {
            if (expression is AggregateCall { Function: "Sum" } sum) calls.Add(sum);
            return base.Rewrite(expression);
        }
    }

    private sealed class References : QueryRewriter
    {
        private readonly List<ColumnReference> columns = [];

        public static IEnumerable<ColumnReference> In(Expression expression)
        {
            var references = new References();
            references.Rewrite(expression);
            return references.columns;
        }

        public override Expression Rewrite(Expression expression)
        {
            if (expression is ColumnReference column) columns.Add(column);
            return base.Rewrite(expression);
        }
    }
}
