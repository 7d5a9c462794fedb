namespace Pipeline.Model;

/// <summary>Rows, to be read by C# query syntax. As a method's parameter: the table, view or stream that the method reads.</summary>
/// <remarks>
/// <para>A query in a model is compiled to SQL. The same query also runs as plain C#, over rows that a test gives it
/// (<see cref="Query.Of{T}"/>): <see cref="ToList"/> gives its rows, <see cref="Evaluate"/> also those that it rejects.</para>
/// <para>Where C# and SQL differ in meaning, C#'s meaning holds and the SQL is written so that it has it: <c>==</c> is null-safe,
/// <c>int / int</c> truncates, the sum of nothing is 0. Keys of a join are the exception that C# makes too: a key with a null in it
/// matches nothing.</para>
/// </remarks>
/// <example><code>
/// static Query&lt;BigSale&gt; Select(Query&lt;StgSales&gt; sales, Query&lt;StgCustomers&gt; customers) =&gt;
///     from s in sales
///     where s.TotalAmount &gt; 1_000
///     join c in customers.Optional() on s.CustomerId equals c.CustomerId
///     select new BigSale { TransactionId = s.TransactionId, Segment = c?.Segment ?? "UNKNOWN" };
/// </code></example>
/// <typeparam name="T">The row.</typeparam>
public partial class Query<T>
{
    private readonly Func<Evaluation, IEnumerable<Traced<T>>>? rows;

    internal Query(Func<Evaluation, IEnumerable<Traced<T>>>? rows = null) => this.rows = rows;

    internal virtual IEnumerable<Traced<T>> Read(Evaluation evaluation) => rows?.Invoke(evaluation) ?? [];

    /// <summary>The rows for which the condition holds: WHERE, or HAVING over groups.</summary>
    /// <param name="predicate">The condition.</param>
    public Query<T> Where(Func<T, bool> predicate)
    {
        return new(Filter);

        IEnumerable<Traced<T>> Filter(Evaluation evaluation)
        {
            foreach (var row in Read(evaluation))
            {
                if (evaluation.Try(row, predicate, out var holds) && holds)
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>Each row as another: the SELECT list.</summary>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="selector">From the row to the result.</param>
    public Query<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        return new(Project);

        IEnumerable<Traced<TResult>> Project(Evaluation evaluation)
        {
            foreach (var row in Read(evaluation))
            {
                if (evaluation.Try(row, selector, out var result))
                {
                    yield return row.With(result);
                }
            }
        }
    }

    /// <summary>The rows by key: GROUP BY. Rows without a key are a group too.</summary>
    /// <typeparam name="TKey">The key; of several columns, a tuple.</typeparam>
    /// <param name="key">The key of a row.</param>
    public Query<Group<TKey, T>> GroupBy<TKey>(Func<T, TKey> key) => GroupBy(key, row => row);

    /// <summary>What is needed of the rows, by key: GROUP BY.</summary>
    /// <typeparam name="TKey">The key; of several columns, a tuple.</typeparam>
    /// <typeparam name="TElement">What is needed of a row.</typeparam>
    /// <param name="key">The key of a row.</param>
    /// <param name="element">What is needed of a row.</param>
    public Query<Group<TKey, TElement>> GroupBy<TKey, TElement>(Func<T, TKey> key, Func<T, TElement> element)
    {
        return new(Gather);

        IEnumerable<Traced<Group<TKey, TElement>>> Gather(Evaluation evaluation)
        {
            var keyed = new List<(TKey Key, TElement Element)>();
            foreach (var row in Read(evaluation))
            {
                if (evaluation.Try(row, value => (key(value), element(value)), out var entry))
                {
                    keyed.Add(entry);
                }
            }

            return keyed
                .GroupBy(entry => entry.Key, entry => entry.Element)
                .Select(group => Traced.Source(new Group<TKey, TElement>(group.Key, [.. group])));
        }
    }

    /// <summary>The rows in an order: ORDER BY. Nulls come first, texts go by their characters, whatever the culture.</summary>
    /// <typeparam name="TKey">What they are ordered by; a tuple orders by its parts in turn.</typeparam>
    /// <param name="key">What a row is ordered by.</param>
    public OrderedQuery<T> OrderBy<TKey>(Func<T, TKey> key) => new(this, ValueOrder<TKey>.By(key));

    /// <summary>The rows in the opposite order: ORDER BY .. DESC. Nulls come last.</summary>
    /// <typeparam name="TKey">What they are ordered by.</typeparam>
    /// <param name="key">What a row is ordered by.</param>
    public OrderedQuery<T> OrderByDescending<TKey>(Func<T, TKey> key) => new(this, ValueOrder<TKey>.ByDescending(key));

    /// <summary>The first so many rows: LIMIT. Without an order, any so many.</summary>
    /// <param name="count">How many.</param>
    public Query<T> Take(int count) => new(evaluation => Read(evaluation).Take(count));

    /// <summary>All but the first so many rows: OFFSET. Without an order, all but any so many.</summary>
    /// <param name="count">How many.</param>
    public Query<T> Skip(int count) => new(evaluation => Read(evaluation).Skip(count));

    /// <summary>One row per key, the last by the order; of rows that tie, one.</summary>
    /// <remarks>
    /// Becomes QUALIFY ROW_NUMBER() OVER (PARTITION BY key ORDER BY order DESC) = 1; in a load, the rows left out are counted as
    /// deduplicated. An order that can tie picks any of the ties: end it with something unique, such as file and row.
    /// </remarks>
    /// <example><code>raw.LatestBy(r =&gt; r.TransactionId, r =&gt; (r.LoadedAt, r.FileName, r.FileRow))</code></example>
    /// <typeparam name="TKey">The key; of several columns, a tuple.</typeparam>
    /// <typeparam name="TOrder">The order; of several columns, a tuple.</typeparam>
    /// <param name="key">The key of a row.</param>
    /// <param name="order">What orders the rows of one key.</param>
    public Query<T> LatestBy<TKey, TOrder>(Func<T, TKey> key, Func<T, TOrder> order)
    {
        return new(Pick);

        IEnumerable<Traced<T>> Pick(Evaluation evaluation) =>
            from row in evaluation.Tried(Read(evaluation), value => (Key: key(value), Order: order(value)))
            group row by row.Result.Key into sameKey
            select sameKey.OrderBy(row => row.Result.Order, ValueOrder<TOrder>.Instance).Last().Row;
    }
}
