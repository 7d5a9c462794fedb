namespace Pipeline.Catalog;

/// <summary>Walks a query and its expressions and puts back what its overrides return; left as it is, it copies.</summary>
public abstract class QueryRewriter
{
    public virtual Query Rewrite(Query query) => query switch
    {
        SelectQuery select => RewriteSelect(select),
        SetQuery set => set with { With = RewriteWith(set), Left = Rewrite(set.Left), Right = Rewrite(set.Right) },
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.GetType().Name, "A query of an unknown kind."),
    };

    public virtual Source Rewrite(Source source) => source switch
    {
        SubquerySource subquery => subquery with { Query = Rewrite(subquery.Query) },
        FlattenSource flatten => flatten with { Array = Rewrite(flatten.Array) },
        ValuesSource values => values with { Rows = values.Rows.Select(r => new ValuesRow(RewriteAll(r.Values))).ToEquatableArray() },
        _ => source,
    };

    public virtual Expression Rewrite(Expression expression) => expression switch
    {
        ColumnReference or Literal or VariableReference => expression,
        BinaryExpression e => e with { Left = Rewrite(e.Left), Right = Rewrite(e.Right) },
        NotExpression e => e with { Operand = Rewrite(e.Operand) },
        NegateExpression e => e with { Operand = Rewrite(e.Operand) },
        IsNullExpression e => e with { Operand = Rewrite(e.Operand) },
        InExpression e => e with { Operand = Rewrite(e.Operand), Values = RewriteAll(e.Values) },
        CaseExpression e => e with
        {
            Branches = e.Branches.Select(b => new CaseBranch(Rewrite(b.When), Rewrite(b.Then))).ToEquatableArray(),
            Else = e.Else is null ? null : Rewrite(e.Else),
        },
        CastExpression e => e with { Operand = Rewrite(e.Operand) },
        FunctionCall e => e with { Arguments = RewriteAll(e.Arguments) },
        AggregateCall e => e with
        {
            Arguments = RewriteAll(e.Arguments),
            Filter = e.Filter is null ? null : Rewrite(e.Filter),
            OrderBy = RewriteAll(e.OrderBy),
        },
        WindowCall e => e with
        {
            Arguments = RewriteAll(e.Arguments), PartitionBy = RewriteAll(e.PartitionBy), OrderBy = RewriteAll(e.OrderBy),
        },
        ExistsExpression e => e with { Query = Rewrite(e.Query) },
        ScalarSubquery e => e with { Query = Rewrite(e.Query) },
        JsonPath e => e with { Operand = Rewrite(e.Operand) },
        RawSql e => e with { Arguments = RewriteAll(e.Arguments) },
        Rejectable e => e with { Operand = Rewrite(e.Operand) },
        KeyLookup e => e with
        {
            Matches = e.Matches.Select(m => m with { Value = Rewrite(m.Value) }).ToEquatableArray(),
            AsOf = e.AsOf is null ? null : Rewrite(e.AsOf),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "An expression of an unknown kind."),
    };

    protected virtual SelectQuery RewriteSelect(SelectQuery select) => select with
    {
        With = RewriteWith(select),
        Columns = select.Columns.Select(c => c with { Value = Rewrite(c.Value) }).ToEquatableArray(),
        From = select.From is null ? null : Rewrite(select.From),
        Joins = select.Joins.Select(j => j with
        {
            Source = Rewrite(j.Source),
            On = j.On is null ? null : Rewrite(j.On),
            Match = j.Match is null ? null : Rewrite(j.Match),
        }).ToEquatableArray(),
        Where = select.Where is null ? null : Rewrite(select.Where),
        GroupBy = RewriteAll(select.GroupBy),
        Having = select.Having is null ? null : Rewrite(select.Having),
        Qualify = select.Qualify is null ? null : Rewrite(select.Qualify),
        OrderBy = RewriteAll(select.OrderBy),
    };

    private EquatableArray<CommonTable> RewriteWith(Query query) =>
        query.With.Select(t => t with { Query = Rewrite(t.Query) }).ToEquatableArray();

    private EquatableArray<Expression> RewriteAll(EquatableArray<Expression> expressions) => expressions.Select(Rewrite).ToEquatableArray();

    private EquatableArray<Ordering> RewriteAll(EquatableArray<Ordering> orderings) =>
        orderings.Select(o => o with { Value = Rewrite(o.Value) }).ToEquatableArray();
}
