using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Finds the variables that an expression looks at.</summary>
internal sealed class VariableFinder : QueryRewriter
{
    private VariableReference? first;

    private VariableFinder()
    {
    }

    public static VariableReference? FirstIn(Expression expression)
    {
        var finder = new VariableFinder();
        finder.Rewrite(expression);
        return finder.first;
    }

    public override Expression Rewrite(Expression expression)
    {
        first ??= expression as VariableReference;
        return base.Rewrite(expression);
    }
}
