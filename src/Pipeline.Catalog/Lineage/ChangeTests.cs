namespace Pipeline.Catalog.Lineage;

/// <summary>Takes out of an update's condition the tests whether a column would get another value than it has.</summary>
internal sealed class ChangeTests(string target, IEnumerable<Assignment> assignments) : QueryRewriter
{
    private readonly Dictionary<string, Expression> values = assignments.GroupBy(a => a.Column, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);

    public override Expression Rewrite(Expression expression) =>
        expression is BinaryExpression { Operator: BinaryOperator.Distinct, Left: ColumnReference column } test && column.Source == target
        && values.TryGetValue(column.Column, out var value) && value == test.Right ? Make.True : base.Rewrite(expression);
}
