namespace Pipeline.Catalog;

/// <summary>MERGE INTO the target from a source that has at most one row for each row of the target.</summary>
public sealed record MergeStatement(string Purpose, ObjectSource Target, Source Source, Expression On) : Statement(Purpose)
{
    /// <summary>In turn: the first whose condition holds applies.</summary>
    public EquatableArray<MergeMatched> Matched { get; init; }

    public MergeInsert? NotMatched { get; init; }

    public string? CountInsertedInto { get; init; }

    public string? CountUpdatedInto { get; init; }

    public string? CountDeletedInto { get; init; }
}

/// <summary>What becomes of a matched row: an update, or a delete where there is nothing to assign.</summary>
public sealed record MergeMatched(string Purpose, Expression? Condition, EquatableArray<Assignment> Assignments)
{
    public bool IsDelete => Assignments.Count == 0;
}

/// <summary>The row inserted where nothing matched.</summary>
public sealed record MergeInsert(string Purpose, Expression? Condition, EquatableArray<Assignment> Values);
