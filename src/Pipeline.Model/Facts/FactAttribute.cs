namespace Pipeline.Model;

/// <summary>A fact table: measures at a declared grain, with the keys of the dimensions they belong to.</summary>
/// <remarks>
/// <para>Becomes a table and a procedure SP_LOAD_.. that looks up the surrogate keys and merges by the grain: a replay adds nothing.</para>
/// <para>The key of a fact is that of the version which covers the fact's own time, or of a member that stands for none; it is corrected when members arrive
/// later than their facts, or change for a time that has facts (<see cref="Rekey"/>).</para>
/// <para>A correction overwrites the fact. Where a <see cref="SequenceAttribute">[Sequence]</see> column is set, an older state never replaces a newer one.</para>
/// </remarks>
/// <example><code>
/// [Fact&lt;Curated&gt;(FactKind.Transaction, ClusterBy = [nameof(DateKey)])]
/// public sealed class FactSales
/// {
///     [Grain] public string TransactionId { get; init; }
///     [ForeignKey&lt;DimDate&gt;] public int DateKey { get; init; }
///     [ForeignKey&lt;DimCustomer&gt;(Missing = Missing.Infer)] public long CustomerKey { get; init; }
///     [Measure, Number(18, 2)] public decimal TotalAmount { get; init; }
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
/// <param name="kind">What a row is.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactAttribute<[OfKind(typeof(SchemaAttribute))] TSchema>(FactKind kind) : KindAttribute
{
    /// <summary>What a row is.</summary>
    public FactKind Kind => kind;

    /// <summary>The columns by which Snowflake keeps the rows together, by <c>nameof</c>.</summary>
    public string[] ClusterBy { get; init; } = [];

    /// <summary>What becomes of a fact whose row is deleted from the table that drives the load.</summary>
    /// <remarks>
    /// Nothing unless said otherwise, since such a table may well be emptied of what is old. With <see cref="Deletes.Remove"/> the fact goes too, and
    /// so does one whose row was changed such that the load's query no longer gives it; with <see cref="Deletes.Mark"/> its
    /// <see cref="IsDeletedAttribute">[IsDeleted]</see> column says so. The driver must have one row for each fact.
    /// </remarks>
    public Deletes Deletes { get; init; }

    /// <summary>How much of the fact, in percent, one load may delete or mark before it stops; by default all of it.</summary>
    /// <remarks>
    /// A source that was truncated, or delivered in part, looks as if all was deleted. Facts count by their grain, positions of a snapshot without the days over which
    /// they are carried. The load that would delete more fails with nothing changed and says how many; its stream keeps the rows. If they are meant, raise the limit for that run.
    /// </remarks>
    public int MaxDeletedPercent { get; init; } = 100;

    /// <summary>Of a periodic snapshot: whether a day of which nothing is told repeats the last position, up to the day of the run in UTC.</summary>
    /// <remarks>
    /// The fact needs a <see cref="PeriodAttribute">[Period]</see> in its grain and the key of a calendar, looked up by it: its days are carried over. A position
    /// that comes late replaces what was carried over its days, up to the next position. <see cref="IsCarriedAttribute">[IsCarried]</see> tells both apart.
    /// </remarks>
    public bool CarryForward { get; init; }

    /// <summary>Whether facts get other keys when their members change after them.</summary>
    public Rekey Rekey { get; init; }
}
