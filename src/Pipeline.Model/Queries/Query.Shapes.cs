namespace Pipeline.Model;

/// <content>Rows in another shape: with their neighbours, with columns for values, with the rows below them.</content>
public partial class Query<T>
{
    /// <summary>Each row with its neighbours in the partition: lag, lead, rank, running sums.</summary>
    /// <remarks>Becomes window functions OVER (PARTITION BY .. ORDER BY ..). Nulls come first in the order.</remarks>
    /// <example><code>
    /// from w in sales.Window(s =&gt; s.CustomerId, s =&gt; (s.SoldAt, s.TransactionId))
    /// select new Visit { Id = w.Row.TransactionId, SpentSoFar = w.RunningSum(s =&gt; s.TotalAmount) }
    /// </code></example>
    /// <typeparam name="TKey">The partition; of several columns, a tuple.</typeparam>
    /// <typeparam name="TOrder">The order; of several columns, a tuple.</typeparam>
    /// <param name="partition">What the rows of a partition have in common.</param>
    /// <param name="order">What orders them.</param>
    public Query<Window<T>> Window<TKey, TOrder>(Func<T, TKey> partition, Func<T, TOrder> order)
    {
        return new(Open);

        IEnumerable<Traced<Window<T>>> Open(Evaluation evaluation) =>
            from row in evaluation.Tried(Read(evaluation), value => (Key: partition(value), Order: order(value)))
            group row by row.Result.Key into samePartition
            let ordered = samePartition.OrderBy(row => row.Result.Order, ValueOrder<TOrder>.Instance).ToList()
            let values = ordered.Select(row => row.Row.Value).ToList()
            let orders = ordered.Select(row => (object?)row.Result.Order).ToList()
            from place in Enumerable.Range(0, ordered.Count)
            select ordered[place].Row.With(new Window<T>(values, orders, place));
    }

    /// <summary>Rows that become columns: one row per key, and an aggregate of the value for each column that is asked for.</summary>
    /// <remarks>
    /// Becomes GROUP BY with one conditional aggregate per column, which is what PIVOT computes; the columns are those that the query names, so that
    /// a value that appears later changes no shape.
    /// </remarks>
    /// <example><code>
    /// from p in sales.Pivot(s =&gt; s.StoreId, s =&gt; s.Channel, s =&gt; s.Amount)
    /// select new StoreSales { StoreId = p.Key, Web = p.Sum(Channel.Web), Till = p.Sum(Channel.Store) }
    /// </code></example>
    /// <typeparam name="TKey">The key; of several columns, a tuple.</typeparam>
    /// <typeparam name="TColumn">What says which column a row goes to.</typeparam>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="key">The key of a row.</param>
    /// <param name="column">Which column a row goes to.</param>
    /// <param name="value">The value of a row.</param>
    public Query<Pivot<TKey, TColumn, TValue>> Pivot<TKey, TColumn, TValue>(Func<T, TKey> key, Func<T, TColumn> column, Func<T, TValue> value) =>
        GroupBy(key, row => (column(row), value(row))).Select(group => new Pivot<TKey, TColumn, TValue>(group));

    /// <summary>These rows, those that come of them, those that come of those, and so on until none come: a recursive WITH.</summary>
    /// <remarks>
    /// For hierarchies: a tree's roots, then their children. Each round sees the rows of the round before it alone. Rows that come of
    /// themselves never end: in Snowflake the statement fails, in plain C# an exception does so after 1,000 rounds.
    /// See <see href="https://docs.snowflake.com/en/sql-reference/constructs/with">WITH RECURSIVE</see>.
    /// </remarks>
    /// <example><code>
    /// (from e in employees where e.ManagerId == null select new Level { Id = e.Id, Depth = 0 })
    ///     .Recurse(above =&gt; from a in above join e in employees on a.Id equals e.ManagerId select new Level { Id = e.Id, Depth = a.Depth + 1 })
    /// </code></example>
    /// <param name="next">From the rows of a round to those of the next.</param>
    public Query<T> Recurse(Func<Query<T>, Query<T>> next)
    {
        const int MostRounds = 1_000;
        return new(Descend);

        IEnumerable<Traced<T>> Descend(Evaluation evaluation)
        {
            var round = Read(evaluation).ToList();
            for (var number = 0; round.Count > 0; number++)
            {
                if (number == MostRounds)
                {
                    throw new InvalidOperationException($"The rows of {typeof(T).Name} still grow after {MostRounds} rounds; do some come of themselves?");
                }

                foreach (var row in round)
                {
                    yield return row;
                }

                var last = round;
                round = [.. next(new(_ => last)).Read(evaluation)];
            }
        }
    }
}
