namespace Pipeline.Model;

/// <summary>Rows in an order.</summary>
/// <remarks>An order means something together with <see cref="Query{T}.Take"/> or <see cref="Query{T}.FirstOrDefault"/>; a table has none.</remarks>
/// <typeparam name="T">The row.</typeparam>
public sealed class OrderedQuery<T> : Query<T>
{
    private readonly Query<T> rows;
    private readonly Comparison<T> order;

    internal OrderedQuery(Query<T> rows, Comparison<T> order)
    {
        this.rows = rows;
        this.order = order;
    }

    /// <summary>Orders those that tie so far by something else.</summary>
    /// <typeparam name="TKey">What they are ordered by.</typeparam>
    /// <param name="key">What a row is ordered by.</param>
    public OrderedQuery<T> ThenBy<TKey>(Func<T, TKey> key) => Then(ValueOrder<TKey>.By(key));

    /// <summary>Orders those that tie so far by something else, in the opposite order.</summary>
    /// <typeparam name="TKey">What they are ordered by.</typeparam>
    /// <param name="key">What a row is ordered by.</param>
    public OrderedQuery<T> ThenByDescending<TKey>(Func<T, TKey> key) => Then(ValueOrder<TKey>.ByDescending(key));

    internal override IEnumerable<Traced<T>> Read(Evaluation evaluation) =>
        rows.Read(evaluation).OrderBy(row => row.Value, Comparer<T>.Create(order));

    private OrderedQuery<T> Then(Comparison<T> next) =>
        new(rows, (left, right) => order(left, right) is var first and not 0 ? first : next(left, right));
}
