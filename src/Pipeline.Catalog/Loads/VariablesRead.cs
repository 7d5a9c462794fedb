namespace Pipeline.Catalog;

/// <summary>The variables of a load that a statement or an expression reads.</summary>
public static class VariablesRead
{
    /// <summary>Each once, in the order read.</summary>
    public static IReadOnlyList<VariableReference> By(Expression expression)
    {
        var finder = new Finder();
        finder.Rewrite(expression);
        return finder.Found;
    }

    /// <summary>Each once, in the order read; what a statement sets or counts into, and the condition under which it runs, aren't among them.</summary>
    public static IReadOnlyList<VariableReference> By(Statement statement)
    {
        if (statement is RaiseStatement raise) return By(raise.Condition);
        var finder = new Finder();
        finder.Rewrite(statement);
        return finder.Found;
    }

    private sealed class Finder : StatementRewriter
    {
        public List<VariableReference> Found { get; } = [];

        public override Expression Rewrite(Expression expression)
        {
            if (expression is VariableReference variable && !Found.Contains(variable)) Found.Add(variable);
            return base.Rewrite(expression);
        }
    }
}
