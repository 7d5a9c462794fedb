namespace Pipeline.Catalog.Lineage;

/// <summary>What flows into the value of an expression, in the scope of one query.</summary>
internal sealed class ExpressionLineage(QueryLineage queries, LineageScope scope, Func<string, Flow> variable)
{
    // They take the value of one row; all other windows with arguments compute over several.
    private static readonly HashSet<string> TakesOneRow = new(StringComparer.Ordinal) { "Lag", "Lead", "FirstValue", "LastValue" };

    private static readonly HashSet<string> Ranks = new(StringComparer.Ordinal) { "RowNumber", "Rank", "DenseRank", "Ntile", "PercentRank", "CumeDist" };

    private static readonly HashSet<string> PicksByOrder = new(StringComparer.Ordinal) { "LastBy", "FirstBy" };

    private static readonly HashSet<string> ReadsTheClock = new(StringComparer.Ordinal) { "CurrentTimestamp", "Now", "Today" };

    public Flow Of(Expression expression) => expression switch
    {
        ColumnReference e => scope.Column(e),
        Literal => Flow.Of(Origins.Constant),
        VariableReference e => variable(e.Name),
        CastExpression e => Of(e.Operand).Through(e.Operand.Type.Kind == e.Type.Kind ? Ways.Identity : Ways.Transformation),
        Rejectable e => Of(e.Operand),
        JsonPath e => Of(e.Operand).At(FieldName.PathOf(e.Steps)),
        CaseExpression e => Case(e),
        KeyLookup e => Lookup(e),
        AggregateCall e => Aggregate(e),
        WindowCall e => Window(e),
        ScalarSubquery e => Scalar(queries.Of(e.Query, scope)),
        ExistsExpression e => queries.Of(e.Query, scope).Rows.And(Flow.Of(Origins.Rows)),
        FunctionCall { Arguments.Count: 0 } e => Flow.Of(ReadsTheClock.Contains(e.Function) ? Origins.Audit : Origins.Generated),
        FunctionCall { Function: "ParseJson" or "ObjectOrNull" } e => Of(e.Arguments[0]),
        FunctionCall e => Computed(e.Arguments),
        RawSql { Arguments.Count: 0 } => Flow.Of(Origins.Generated),
        RawSql e => Computed(e.Arguments),
        BinaryExpression e => Computed([e.Left, e.Right]),
        NotExpression e => Computed([e.Operand]),
        NegateExpression e => Computed([e.Operand]),
        IsNullExpression e => Computed([e.Operand]),
        InExpression e => Computed(e.Values.Prepend(e.Operand)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "An expression of an unknown kind."),
    };

    private Flow Computed(IEnumerable<Expression> parts) => All(parts, Ways.Transformation);

    private Flow All(IEnumerable<Expression> parts, Ways way) => Flow.Union(parts.Select(p => Of(p).Through(way)));

    // Where only constants are chosen between, what chooses is what the value is computed from: a mapping of codes to words.
    private Flow Case(CaseExpression e)
    {
        var values = Computed(e.Else is null ? e.Branches.Select(b => b.Then) : e.Branches.Select(b => b.Then).Append(e.Else));
        var chosen = All(e.Branches.Select(b => b.When), Ways.Conditional);
        return values.Fields.Count > 0 ? values.And(chosen) : values.And(chosen).And(All(e.Branches.Select(b => b.When), Ways.Transformation));
    }

    // The surrogate key comes from the dimension; what finds the row decides which one.
    private Flow Lookup(KeyLookup e) => queries.Key(e)
        .And(All(e.AsOf is null ? e.Matches.Select(m => m.Value) : e.Matches.Select(m => m.Value).Append(e.AsOf), Ways.Join));

    private static Flow Scalar(RowSet rows) => rows[rows.Names[0]].And(rows.Rows);

    private Flow Aggregate(AggregateCall e)
    {
        var values = PicksByOrder.Contains(e.Function)
            ? Of(e.Arguments[0]).Through(Ways.Aggregation).And(All(e.Arguments.Skip(1), Ways.Sort))
            : All(e.Arguments, Ways.Aggregation);
        var picked = All(e.OrderBy.Select(o => o.Value), Ways.Sort);
        if (e.Filter is not null) picked = picked.And(Of(e.Filter).Through(Ways.Filter));
        return values.And(picked).And(Flow.Of(e.Arguments.Count == 0 ? Origins.Rows : Origins.None));
    }

    private Flow Window(WindowCall e) => All(e.Arguments, TakesOneRow.Contains(e.Function) ? Ways.Transformation : Ways.Aggregation)
        .And(All(e.PartitionBy.Concat(e.OrderBy.Select(o => o.Value)), Ways.Window))
        .And(Flow.Of(Ranks.Contains(e.Function) ? Origins.Generated : e.Arguments.Count == 0 ? Origins.Rows : Origins.None));
}
