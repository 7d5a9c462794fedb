namespace Pipeline.Catalog;

/// <summary>Short words to make expressions with, for those who write statements.</summary>
public static class Make
{
    public static readonly Literal True = Literal.Boolean(true);
    public static readonly Literal False = Literal.Boolean(false);

    public static ColumnReference Column(string source, Column column) => new(source, column.Name, column.Type, column.Nullable);

    public static ColumnReference Column(string source, string name, SqlType type, bool nullable = false) => new(source, name, type, nullable);

    public static Expression Equal(Expression left, Expression right) => Compare(BinaryOperator.Equal, left, right);

    public static Expression Compare(BinaryOperator op, Expression left, Expression right) =>
        new BinaryExpression(op, left, right, SqlType.Boolean, left.Nullable || right.Nullable);

    public static Expression Distinct(Expression left, Expression right) =>
        new BinaryExpression(BinaryOperator.Distinct, left, right, SqlType.Boolean, false);

    public static Expression IsNull(Expression operand) => new IsNullExpression(operand, Negated: false);

    public static Expression IsNotNull(Expression operand) => new IsNullExpression(operand, Negated: true);

    public static Expression Not(Expression operand) => new NotExpression(operand);

    public static Expression And(params IEnumerable<Expression> terms) => Chain(BinaryOperator.And, terms) ?? True;

    public static Expression Or(params IEnumerable<Expression> terms) => Chain(BinaryOperator.Or, terms) ?? False;

    public static Expression Coalesce(Expression value, Expression fallback) =>
        new FunctionCall("Coalesce", [value, fallback], value.Type, fallback.Nullable);

    public static Expression Call(string function, SqlType type, params Expression[] arguments) =>
        new FunctionCall(function, arguments.ToEquatableArray(), type, arguments.Any(a => a.Nullable));

    public static Expression Add(Expression left, Expression right) =>
        new BinaryExpression(BinaryOperator.Add, left, right, left.Type, left.Nullable || right.Nullable);

    public static Expression Subtract(Expression left, Expression right) =>
        new BinaryExpression(BinaryOperator.Subtract, left, right, left.Type, left.Nullable || right.Nullable);

    /// <summary>COUNT(*).</summary>
    public static AggregateCall Count() => new("Count", [], SqlType.Int64, Nullable: false);

    /// <summary>How many rows the condition holds for.</summary>
    public static AggregateCall CountIf(Expression condition) => new("CountIf", [condition], SqlType.Int64, Nullable: false);

    /// <summary>A CASE whose branches are tried in turn.</summary>
    public static Expression Case(IEnumerable<CaseBranch> branches, Expression? otherwise, SqlType type)
    {
        var list = branches.ToEquatableArray();
        return new CaseExpression(list, otherwise, type, otherwise is null || otherwise.Nullable || list.Any(b => b.Then.Nullable));
    }

    public static WindowCall RowNumber(IEnumerable<Expression> partitionBy, IEnumerable<Ordering> orderBy) =>
        new("RowNumber", [], partitionBy.ToEquatableArray(), orderBy.ToEquatableArray(), SqlType.Int64, Nullable: false);

    private static Expression? Chain(BinaryOperator op, IEnumerable<Expression> terms)
    {
        Expression? chain = null;
        foreach (var term in terms)
        {
            chain = chain is null ? term : new BinaryExpression(op, chain, term, SqlType.Boolean, chain.Nullable || term.Nullable);
        }

        return chain;
    }
}
