using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One run of a load.</summary>
public sealed record LoadReport(QualifiedName Procedure, QualifiedName Target, RunStatus Status, TimeSpan Duration)
{
    /// <summary>Change rows that the load's query was offered.</summary>
    public long RowsRead { get; init; }

    /// <summary>Of those, left out by the query's own conditions.</summary>
    public long RowsFiltered { get; init; }

    /// <summary>Set aside with a reason.</summary>
    public long RowsRejected { get; init; }

    /// <summary>Left out since another row of the batch has the same key.</summary>
    public long RowsDeduplicated { get; init; }

    /// <summary>Taken: read less filtered, rejected and deduplicated.</summary>
    public long RowsLoaded { get; init; }

    /// <summary>New rows of the target.</summary>
    public long RowsInserted { get; init; }

    /// <summary>Rows of the target that were overwritten.</summary>
    public long RowsUpdated { get; init; }

    /// <summary>Versions of members that ended.</summary>
    public long RowsClosed { get; init; }

    /// <summary>Rows of the target that were deleted or marked so.</summary>
    public long RowsDeleted { get; init; }

    /// <summary>Members that facts made known first.</summary>
    public long RowsInferred { get; init; }

    /// <summary>Facts that were loaded before and got the key of another version or member.</summary>
    public long RowsRekeyed { get; init; }

    /// <summary>What failed; null where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>Whether every row that was read is accounted for.</summary>
    public bool IsBalanced => RowsRead == RowsFiltered + RowsRejected + RowsDeduplicated + RowsLoaded;
}
