namespace Pipeline.Catalog;

/// <summary>The columns of objects whose values go into a column of a query: not those that merely decide about it, and not what is only counted.</summary>
public sealed class ColumnOrigins : QueryRewriter
{
    private static readonly string[] Counting = ["Count", "CountIf", "CountDistinct", "ApproximateCountDistinct"];

    private readonly EquatableArray<CommonTable> steps;
    private readonly SelectQuery query;
    private readonly List<(QualifiedName Object, string Column)> found = [];

    private ColumnOrigins(SelectQuery query, EquatableArray<CommonTable> steps)
    {
        this.query = query;
        this.steps = steps;
    }

    /// <summary>The origins of a column, each once; a stream stands for itself.</summary>
    public static IReadOnlyList<(QualifiedName Object, string Column)> Of(Query query, string column) => Of(query, column, query.With).Distinct().ToList();

    private static IEnumerable<(QualifiedName Object, string Column)> Of(Query query, string column, EquatableArray<CommonTable> steps)
    {
        if (query is SetQuery set) return Of(set.Left, column, steps).Concat(Of(set.Right, column, steps));
        if (query is not SelectQuery select) return [];

        var origins = new ColumnOrigins(select, steps);
        foreach (var projection in select.Columns.Where(c => c.Name == column)) origins.Rewrite(projection.Value);
        return origins.found;
    }

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
                if (subquery.Query is SelectQuery { Columns: [var value, ..] }) found.AddRange(Of(subquery.Query, value.Name, steps));
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
            case SubquerySource inner: found.AddRange(Of(inner.Query, reference.Column, steps)); break;
            case FlattenSource flatten: Rewrite(flatten.Array); break;
            case CommonTableSource step when steps.FirstOrDefault(s => s.Name == step.Name) is { IsRecursive: false } table:
                found.AddRange(Of(table.Query, reference.Column, Before(table)));
                break;
        }
    }

    // A step reads those before it.
    private EquatableArray<CommonTable> Before(CommonTable step) => steps.TakeWhile(s => s != step).ToEquatableArray();
}
