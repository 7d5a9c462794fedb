namespace Pipeline.Catalog;

/// <summary>The columns of objects whose values go into a column of a query: not those that merely decide about it, and not what is only counted.</summary>
public sealed class ColumnOrigins : QueryRewriter
{
    private static readonly string[] Counting = ["Count", "CountIf", "CountDistinct", "ApproximateCountDistinct"];

    private readonly EquatableArray<CommonTable> steps;
    private readonly SelectQuery query;
    private readonly HashSet<(CommonTable Step, string Column)> followed;
    private readonly List<(QualifiedName Object, string Column)> found = [];

    private ColumnOrigins(SelectQuery query, EquatableArray<CommonTable> steps, HashSet<(CommonTable, string)> followed)
    {
        this.query = query;
        this.steps = steps;
        this.followed = followed;
    }

    /// <summary>The origins of a column, each once; a stream stands for itself.</summary>
    public static IReadOnlyList<(QualifiedName Object, string Column)> Of(Query query, string column) => Of(query, column, [], []).Distinct().ToList();

    private static IEnumerable<(QualifiedName Object, string Column)> Of(Query query, string column, EquatableArray<CommonTable> outer, HashSet<(CommonTable, string)> followed)
    {
        var steps = outer.Concat(query.With).ToEquatableArray();
        if (query is SetQuery set)
        {
            // The right side's columns go by their places.
            var place = Columns(set).ToList().FindIndex(c => c == column);
            return Of(set.Left, column, steps, followed).Concat(place < 0 ? [] : Of(set.Right, Columns(set.Right).ElementAt(place), steps, followed));
        }

        if (query is not SelectQuery select) return [];
        var origins = new ColumnOrigins(select, steps, followed);
        foreach (var projection in select.Columns.Where(c => c.Name == column)) origins.Rewrite(projection.Value);
        return origins.found;
    }

    private static IEnumerable<string> Columns(Query query) => query is SetQuery set ? Columns(set.Left) : ((SelectQuery)query).Columns.Select(c => c.Name);

    public override Expression Rewrite(Expression expression)
    {
        switch (expression)
        {
            case ColumnReference reference:
                Follow(reference);
                return expression;
            case AggregateCall call when Counting.Contains(call.Function):
            case IsNullExpression or ExistsExpression or InExpression:
            case BinaryExpression { Type.Kind: SqlTypeKind.Boolean }:
                return expression;
            case CaseExpression choice:
                foreach (var branch in choice.Branches) Rewrite(branch.Then);
                if (choice.Else is { } otherwise) Rewrite(otherwise);
                return expression;
            case ScalarSubquery subquery:
                if (subquery.Query is SelectQuery { Columns: [var value, ..] }) found.AddRange(Of(subquery.Query, value.Name, steps, followed));
                return expression;
            case KeyLookup:
                return expression;
            default:
                return base.Rewrite(expression);
        }
    }

    private void Follow(ColumnReference reference)
    {
        var source = new[] { query.From }.Concat(query.Joins.Select(j => j.Source)).FirstOrDefault(s => s?.Alias == reference.Source);
        switch (source)
        {
            case ObjectSource table: found.Add((table.Object, reference.Column)); break;
            case StreamSource stream: found.Add((stream.Stream, reference.Column)); break;
            case SubquerySource inner: found.AddRange(Of(inner.Query, reference.Column, steps, followed)); break;
            case FlattenSource flatten: Rewrite(flatten.Array); break;
            // A recursive step reads itself: what was followed once adds nothing.
            case CommonTableSource step when steps.LastOrDefault(s => s.Name == step.Name) is { } table && followed.Add((table, reference.Column)):
                found.AddRange(Of(table.Query, reference.Column, steps, followed));
                break;
        }
    }
}
