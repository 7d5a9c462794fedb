namespace Pipeline.Catalog;

/// <summary>An aggregate by its neutral name (<c>Count</c>, <c>Sum</c>, <c>Min</c>, <c>Max</c>, <c>Average</c>, <c>LastBy</c>, <c>Join</c> ..) over a group.</summary>
public sealed record AggregateCall(string Function, EquatableArray<Expression> Arguments, SqlType Type, bool Nullable)
    : Expression(Type, Nullable)
{
    public bool Distinct { get; init; }

    /// <summary>Only the rows for which it holds.</summary>
    public Expression? Filter { get; init; }

    public EquatableArray<Ordering> OrderBy { get; init; }
}
