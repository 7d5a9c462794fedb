namespace Pipeline.Catalog;

/// <summary>Walks a load's statements and puts back what its overrides return; the tables that are written stay.</summary>
internal abstract class StatementRewriter : QueryRewriter
{
    public Statement Rewrite(Statement statement) => statement switch
    {
        InsertStatement s => s with { Query = Rewrite(s.Query) },
        UpdateStatement s => s with { Assignments = Rewrite(s.Assignments), From = s.From is null ? null : Rewrite(s.From), Where = Rewrite(s.Where) },
        DeleteStatement s => s with { Using = s.Using is null ? null : Rewrite(s.Using), Where = Rewrite(s.Where) },
        MergeStatement s => s with
        {
            Source = Rewrite(s.Source), On = Rewrite(s.On),
            Matched = s.Matched.Select(m => m with { Condition = Optional(m.Condition), Assignments = Rewrite(m.Assignments) }).ToEquatableArray(),
            NotMatched = s.NotMatched is { } insert ? insert with { Condition = Optional(insert.Condition), Values = Rewrite(insert.Values) } : null,
        },
        SetVariablesStatement s => s with { Query = (SelectQuery)Rewrite(s.Query) },
        CreateBatchStatement or RaiseStatement => statement,
        _ => throw new ArgumentOutOfRangeException(nameof(statement), statement.GetType().Name, "A statement of an unknown kind."),
    };

    private Expression? Optional(Expression? expression) => expression is null ? null : Rewrite(expression);

    private EquatableArray<Assignment> Rewrite(EquatableArray<Assignment> assignments) => assignments.Select(a => a with { Value = Rewrite(a.Value) }).ToEquatableArray();
}
