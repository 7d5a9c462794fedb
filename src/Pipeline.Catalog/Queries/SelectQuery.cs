namespace Pipeline.Catalog;

/// <summary>One SELECT. Clauses apply in SQL's order: WHERE, GROUP BY, HAVING, windows, QUALIFY, DISTINCT, ORDER BY, LIMIT.</summary>
public sealed record SelectQuery(EquatableArray<Projection> Columns) : Query
{
    public bool Distinct { get; init; }

    public Source? From { get; init; }

    public EquatableArray<Join> Joins { get; init; }

    public Expression? Where { get; init; }

    public EquatableArray<Expression> GroupBy { get; init; }

    public Expression? Having { get; init; }

    public Expression? Qualify { get; init; }

    public EquatableArray<Ordering> OrderBy { get; init; }

    public long? Skip { get; init; }

    public long? Take { get; init; }
}
