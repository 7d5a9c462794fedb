namespace Pipeline.Catalog;

/// <summary>A load as statements, the same for both dialects: a frame around them begins, commits and, on any error, rolls back.</summary>
/// <param name="Procedure">Its procedure's name.</param>
/// <param name="Target">The table it fills.</param>
/// <param name="Prepare">Before the transaction: the batch tables.</param>
/// <param name="Transaction">In the transaction, the ledger's entry as the last.</param>
/// <param name="OnFailure">After the rollback, in a transaction of their own: the failure's record. They may read <c>error_message</c>.</param>
public sealed record LoweredLoad(
    QualifiedName Procedure,
    QualifiedName Target,
    EquatableArray<Statement> Prepare,
    EquatableArray<Statement> Transaction,
    EquatableArray<Statement> OnFailure)
{
    /// <summary>What the load does and guarantees, for the head of the procedure.</summary>
    public string? Comment { get; init; }

    /// <summary>Where the load stands in the C#.</summary>
    public SourcePlace? At { get; init; }

    /// <summary>The streams whose offsets the transaction moves.</summary>
    public EquatableArray<QualifiedName> Streams { get; init; }

    /// <summary>The variables that hold from where streams are read; a stream on a view has none, since Snowflake doesn't tell its offset.</summary>
    public EquatableArray<OffsetVariable> Offsets { get; init; }

    /// <summary>The counters, all 0 at the start.</summary>
    public EquatableArray<string> Counters { get; init; }
}
