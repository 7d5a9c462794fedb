namespace Pipeline.Catalog;

/// <summary>A policy's body for one object: its arguments are the columns of a source.</summary>
public sealed class PolicyArguments : QueryRewriter
{
    private readonly Dictionary<string, Expression> values;
    private readonly Func<QualifiedName, QualifiedName> tables;

    private PolicyArguments(PolicyObject policy, IEnumerable<Expression> columns, Func<QualifiedName, QualifiedName>? tables)
    {
        values = policy.Arguments.Zip(columns, (a, c) => (a.Name, Column: c)).ToDictionary(p => p.Name, p => p.Column, StringComparer.Ordinal);
        this.tables = tables ?? (name => name);
    }

    /// <summary>The body over these columns.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="columns">What its arguments are.</param>
    /// <param name="tables">Where the tables are that it looks into; by default where they are.</param>
    public static Expression Bind(PolicyObject policy, IEnumerable<Expression> columns, Func<QualifiedName, QualifiedName>? tables = null) =>
        new PolicyArguments(policy, columns, tables).Rewrite(policy.Body);

    public override Expression Rewrite(Expression expression) =>
        expression is ColumnReference { Source: "" } argument && values.TryGetValue(argument.Column, out var value) ? value : base.Rewrite(expression);

    public override Source Rewrite(Source source) => base.Rewrite(source is ObjectSource table ? table with { Object = tables(table.Object) } : source);
}
