namespace Pipeline.Catalog;

/// <summary>Takes <see cref="Rejectable"/> out where no row of the driver is at stake: what is missing is null.</summary>
internal sealed class Plain : QueryRewriter
{
    public static readonly Plain Instance = new();

    public static Query Strip(Query query) => Instance.Rewrite(query);

    public static Expression Strip(Expression expression) => Instance.Rewrite(expression);

    public override Expression Rewrite(Expression expression) =>
        expression is Rejectable value ? Rewrite(value.Operand) : base.Rewrite(expression);
}
