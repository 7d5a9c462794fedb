namespace Pipeline.Model;

/// <summary>The change rows of a table since the stream's offset, as a load wants them: the rows that were inserted, and the new state of those updated.</summary>
/// <remarks>
/// <para>What was deleted reaches the load's target as its <see cref="Model.Deletes"/> says. <see cref="Changes"/> has the change rows themselves.</para>
/// <para>In tests a stream gets its rows by an initialiser: <see cref="Rows"/>, or <see cref="Changes"/>.</para>
/// </remarks>
/// <example><code>
/// [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawSalesStream : Stream&lt;RawSales&gt;;
/// // in a test
/// var staged = StgSales.FromRaw(new RawSalesStream { Rows = [new() { TransactionId = "T1" }] }).Evaluate();
/// </code></example>
/// <typeparam name="T">The table.</typeparam>
public abstract class Stream<T> : Query<T>, IStream
    where T : class
{
    private IReadOnlyList<Change<T>> changes = [];

    /// <summary>Makes a stream that has seen nothing.</summary>
    protected Stream()
    {
    }

    /// <summary>For tests: rows that were inserted since the offset.</summary>
    public IEnumerable<T> Rows
    {
        init => changes = [.. value.Select((row, index) => new Change<T> { Row = row, RowId = $"row-{index + 1}" })];
    }

    /// <summary>The change rows as Snowflake delivers them: an update is a DELETE with the old values and an INSERT with the new.</summary>
    /// <example><code>
    /// from c in sales.Changes
    /// where c is { Action: ChangeAction.Delete, IsUpdate: false }
    /// select new Removed { TransactionId = c.Row.TransactionId }
    /// </code></example>
    public Query<Change<T>> Changes
    {
        get => Query.Of(changes);
        init => changes = value.ToList();
    }

    internal override IEnumerable<Traced<T>> Read(Evaluation evaluation) =>
        changes.Where(change => change.Action == ChangeAction.Insert).Select(change => Traced.Source(change.Row));
}
