namespace Pipeline.Model;

/// <summary>A dimension: who, what and where of the facts, with a surrogate key; row -1 is the unknown member and is always there.</summary>
/// <remarks>
/// <para>Becomes a table, a procedure SP_LOAD_.. and the row -1. With <see cref="Scd.Type1"/> the last state by the sequence wins.</para>
/// <para>With <see cref="Scd.Type2"/> every living key has exactly one current version; the versions of a key neither overlap nor
/// leave a gap (<see cref="ValidFromAttribute">[ValidFrom]</see> included, <see cref="ValidToAttribute">[ValidTo]</see> excluded); a version opens only when a
/// tracked column really changed; a late change splits history at its own time; a key that comes back opens a new version.</para>
/// </remarks>
/// <example><code>
/// [Dimension&lt;Curated&gt;(Scd.Type2, Deletes = Deletes.Close, LatenessDays = 90)]
/// public sealed class DimCustomer
/// {
///     [SurrogateKey] public long CustomerKey { get; init; }
///     [BusinessKey] public int CustomerId { get; init; }
///     [Tracked] public string Segment { get; init; }
///     [ValidFrom, Sequence] public DateTime StartDate { get; init; }
///     [ValidTo] public DateTime? EndDate { get; init; }
///     [IsCurrent] public bool IsCurrent { get; init; }
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
/// <param name="scd">What a change does.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DimensionAttribute<[OfKind(typeof(SchemaAttribute))] TSchema>(Scd scd) : KindAttribute
{
    /// <summary>What a change does.</summary>
    public Scd Scd => scd;

    /// <summary>What a delete at the source does. By default it marks the member of type 1, and closes that of type 2.</summary>
    public Deletes Deletes { get; init; }

    /// <summary>How many days late an event may come and still change history; by default any number.</summary>
    /// <remarks>
    /// An event that is older than that when it is loaded, of a member of which later events are known, is kept as rejected where it enters: in the REJECTED_
    /// table of the staging that keeps the events. What is in time splits history at its own time, in whatever order it comes.
    /// For dimensions that keep history of events.
    /// </remarks>
    public int LatenessDays { get; init; } = -1;

    /// <summary>How much of its living members, in percent, one load may delete before it stops; by default all of them.</summary>
    /// <remarks>
    /// A source that was truncated, or delivered in part, looks as if all was deleted. The load that would delete more fails with nothing changed and says so;
    /// its stream keeps the rows. If they are meant, raise the limit for that run.
    /// </remarks>
    public int MaxDeletedPercent { get; init; } = 100;

    /// <summary>Whether the load reads every event, or only the state that each run finds.</summary>
    public History History { get; init; }
}
