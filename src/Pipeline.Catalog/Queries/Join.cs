namespace Pipeline.Catalog;

/// <summary>A further source; a flatten or cross join has no condition.</summary>
public sealed record Join(JoinKind Kind, Source Source, Expression? On)
{
    /// <summary>Of an as-of join: what the time on the left must be of the one on the right. The nearest such row is joined, or nulls.</summary>
    public Expression? Match { get; init; }
}

public enum JoinKind { Inner, Left, Right, Full, Cross, AsOf }
