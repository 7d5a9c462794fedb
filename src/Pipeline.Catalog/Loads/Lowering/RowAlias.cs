namespace Pipeline.Catalog;

/// <summary>Puts the alias of the step at hand in place of <see cref="Expectation.Row"/>.</summary>
internal sealed class RowAlias(string alias) : QueryRewriter
{
    public static Expression Replace(Expression condition, string alias) => new RowAlias(alias).Rewrite(condition);

    public override Expression Rewrite(Expression expression) =>
        expression is ColumnReference { Source: Expectation.Row } column ? column with { Source = alias } : base.Rewrite(expression);
}
