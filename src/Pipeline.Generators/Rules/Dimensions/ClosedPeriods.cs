using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Looks in a query for a value that is compared with both bounds of a version, the end included.</summary>
internal sealed class ClosedPeriods : QueryRewriter
{
    private readonly QualifiedName dimension;
    private readonly string from;
    private readonly string to;
    private readonly HashSet<string> aliases = new(StringComparer.Ordinal);
    private readonly HashSet<(string Alias, Expression Value)> begun = [];
    private readonly HashSet<(string Alias, Expression Value)> ended = [];

    private ClosedPeriods(QualifiedName dimension, string from, string to) => (this.dimension, this.from, this.to) = (dimension, from, to);

    public static bool AreIn(Query query, QualifiedName dimension, string from, string to)
    {
        var periods = new ClosedPeriods(dimension, from, to);
        periods.Rewrite(query);
        return periods.begun.Overlaps(periods.ended);
    }

    protected override SelectQuery RewriteSelect(SelectQuery select)
    {
        aliases.UnionWith(select.Joins.Select(j => j.Source).Append(select.From).OfType<ObjectSource>().Where(s => s.Object == dimension).Select(s => s.Alias));
        return base.RewriteSelect(select);
    }

    public override Expression Rewrite(Expression expression)
    {
        switch (expression)
        {
            case BinaryExpression { Operator: BinaryOperator.LessOrEqual or BinaryOperator.LessThan } less: Note(less.Left, less.Right, less.Operator == BinaryOperator.LessOrEqual); break;
            case BinaryExpression { Operator: BinaryOperator.GreaterOrEqual or BinaryOperator.GreaterThan } greater: Note(greater.Right, greater.Left, greater.Operator == BinaryOperator.GreaterOrEqual); break;
        }

        return base.Rewrite(expression);
    }

    private void Note(Expression smaller, Expression larger, bool included)
    {
        if (Bound(smaller) is { } lower && lower.Column == from) begun.Add((lower.Source, larger));
        if (included && Bound(larger) is { } upper && upper.Column == to) ended.Add((upper.Source, smaller));
    }

    // An open version's end may be given a value.
    private ColumnReference? Bound(Expression expression) => expression switch
    {
        ColumnReference column when aliases.Contains(column.Source) => column,
        FunctionCall { Function: "Coalesce" } call => Bound(call.Arguments[0]),
        CastExpression cast => Bound(cast.Operand),
        _ => null,
    };
}
