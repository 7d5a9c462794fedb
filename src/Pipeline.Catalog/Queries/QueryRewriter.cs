namespace Pipeline.Catalog;

/// <summary>Walks a query and its expressions and puts back what its overrides return; what they leave alone stays the very object that it was.</summary>
public abstract class QueryRewriter
{
    public virtual Query Rewrite(Query query) => query switch
    {
        SelectQuery select => RewriteSelect(select),
        SetQuery set => Set(set, RewriteWith(set), Rewrite(set.Left), Rewrite(set.Right)),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.GetType().Name, "A query of an unknown kind."),
    };

    public virtual Source Rewrite(Source source) => source switch
    {
        SubquerySource subquery => Rewrite(subquery.Query) is var query && Same(query, subquery.Query) ? source : subquery with { Query = query },
        FlattenSource flatten => Rewrite(flatten.Array) is var array && Same(array, flatten.Array) ? source : flatten with { Array = array },
        ValuesSource values => values with { Rows = values.Rows.Select(r => new ValuesRow(RewriteAll(r.Values))).ToEquatableArray() },
        _ => source,
    };

    public virtual Expression Rewrite(Expression expression) => expression switch
    {
        ColumnReference or Literal or VariableReference => expression,
        BinaryExpression e => Binary(e, Rewrite(e.Left), Rewrite(e.Right)),
        NotExpression e => Rewrite(e.Operand) is var operand && Same(operand, e.Operand) ? e : e with { Operand = operand },
        NegateExpression e => Rewrite(e.Operand) is var operand && Same(operand, e.Operand) ? e : e with { Operand = operand },
        IsNullExpression e => Rewrite(e.Operand) is var operand && Same(operand, e.Operand) ? e : e with { Operand = operand },
        InExpression e => e with { Operand = Rewrite(e.Operand), Values = RewriteAll(e.Values) },
        CaseExpression e => Case(e, RewriteAll(e.Branches, Branch), e.Else is null ? null : Rewrite(e.Else)),
        CastExpression e => Rewrite(e.Operand) is var operand && Same(operand, e.Operand) ? e : e with { Operand = operand },
        FunctionCall e => RewriteAll(e.Arguments) is var arguments && Same(arguments, e.Arguments) ? e : e with { Arguments = arguments },
        AggregateCall e => e with
        {
            Arguments = RewriteAll(e.Arguments),
            Filter = e.Filter is null ? null : Rewrite(e.Filter),
            OrderBy = RewriteAll(e.OrderBy, Ordering),
        },
        WindowCall e => e with
        {
            Arguments = RewriteAll(e.Arguments), PartitionBy = RewriteAll(e.PartitionBy), OrderBy = RewriteAll(e.OrderBy, Ordering),
        },
        ExistsExpression e => Rewrite(e.Query) is var query && Same(query, e.Query) ? e : e with { Query = query },
        ScalarSubquery e => Rewrite(e.Query) is var query && Same(query, e.Query) ? e : e with { Query = query },
        JsonPath e => Rewrite(e.Operand) is var operand && Same(operand, e.Operand) ? e : e with { Operand = operand },
        RawSql e => RewriteAll(e.Arguments) is var arguments && Same(arguments, e.Arguments) ? e : e with { Arguments = arguments },
        Rejectable e => Rewrite(e.Operand) is var operand && Same(operand, e.Operand) ? e : e with { Operand = operand },
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
        Columns = RewriteAll(select.Columns, Column),
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
        OrderBy = RewriteAll(select.OrderBy, Ordering),
    };

    private static SetQuery Set(SetQuery set, EquatableArray<CommonTable> with, Query left, Query right) =>
        Same(with, set.With) && Same(left, set.Left) && Same(right, set.Right) ? set : set with { With = with, Left = left, Right = right };

    private static BinaryExpression Binary(BinaryExpression e, Expression left, Expression right) =>
        Same(left, e.Left) && Same(right, e.Right) ? e : e with { Left = left, Right = right };

    private static CaseExpression Case(CaseExpression e, EquatableArray<CaseBranch> branches, Expression? otherwise) =>
        Same(branches, e.Branches) && Same(otherwise, e.Else) ? e : e with { Branches = branches, Else = otherwise };

    private EquatableArray<CommonTable> RewriteWith(Query query) => RewriteAll(query.With, Table);

    private EquatableArray<Expression> RewriteAll(EquatableArray<Expression> expressions) => expressions.Count == 0 ? expressions : RewriteAll(expressions, Rewrite);

    private CommonTable Table(CommonTable table) => Rewrite(table.Query) is var query && Same(query, table.Query) ? table : table with { Query = query };

    private Projection Column(Projection column) => Rewrite(column.Value) is var value && Same(value, column.Value) ? column : column with { Value = value };

    private Ordering Ordering(Ordering ordering) => Rewrite(ordering.Value) is var value && Same(value, ordering.Value) ? ordering : ordering with { Value = value };

    private CaseBranch Branch(CaseBranch branch)
    {
        var (when, then) = (Rewrite(branch.When), Rewrite(branch.Then));
        return Same(when, branch.When) && Same(then, branch.Then) ? branch : new(when, then);
    }

    // The list itself where none of it changes.
    private static EquatableArray<T> RewriteAll<T>(EquatableArray<T> items, Func<T, T> rewrite) where T : class
    {
        T[]? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = rewrite(items[i]);
            if (changed is null && !Same(item, items[i])) changed = [.. items];
            if (changed is not null) changed[i] = item;
        }

        return changed is null ? items : new(changed);
    }

    private static bool Same(object? left, object? right) => ReferenceEquals(left, right);

    private static bool Same<T>(EquatableArray<T> left, EquatableArray<T> right) => left.IsSameAs(right);
}
