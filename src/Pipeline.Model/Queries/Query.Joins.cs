namespace Pipeline.Model;

/// <content>Joins: rows of two queries side by side. A key with a null in it matches nothing.</content>
public partial class Query<T>
{
    /// <summary>Each row with each of the inner rows: CROSS JOIN, or LATERAL FLATTEN over the elements of an array.</summary>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows of a row.</param>
    /// <param name="result">From both rows to the result.</param>
    public Query<TResult> SelectMany<TInner, TResult>(Func<T, Query<TInner>> inner, Func<T, TInner, TResult> result)
    {
        return new(Flatten);

        IEnumerable<Traced<TResult>> Flatten(Evaluation evaluation)
        {
            foreach (var row in Read(evaluation))
            {
                if (!evaluation.Try(row, inner, out var innerRows))
                {
                    continue;
                }

                foreach (var innerRow in innerRows.Read(evaluation))
                {
                    if (evaluation.Try(row, outer => result(outer, innerRow.Value), out var combined))
                    {
                        yield return row.With(combined);
                    }
                }
            }
        }
    }

    /// <summary>The inner rows of all rows: CROSS JOIN, or LATERAL FLATTEN over the elements of an array.</summary>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <param name="inner">The inner rows of a row.</param>
    public Query<TInner> SelectMany<TInner>(Func<T, Query<TInner>> inner) => SelectMany(inner, (_, row) => row);

    /// <summary>Each row with the inner rows of the same key: INNER JOIN. A key with a null in it matches nothing.</summary>
    /// <remarks>A key of several columns is a tuple: <c>on (a.X, a.Y) equals (b.X, b.Z)</c>; names may differ, and int? meets int.</remarks>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From both rows to the result.</param>
    public Query<TResult> Join<TInner, TKey, TResult>(
        Query<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T, TInner, TResult> result) =>
        new(evaluation => Joined.Rows(
            Read(evaluation), inner.Read(evaluation), outerKey, innerKey, (outer, match) => result(outer!, match!), evaluation, keepsOuter: false, keepsInner: false));

    /// <summary>LEFT JOIN: <c>join c in customers.Optional() on .. equals ..</c>; <c>c</c> is null where there is none.</summary>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows, from <see cref="QueryExtensions.Optional{T}"/>.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From both rows to the result; the inner one may be null.</param>
    public Query<TResult> Join<TInner, TKey, TResult>(
        OptionalQuery<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T, TInner?, TResult> result)
        where TInner : class => LeftJoin(inner.Rows, outerKey, innerKey, result);

    /// <summary>ASOF JOIN: each row with the one inner row of its key that is the latest not after it; null where there is none.</summary>
    /// <remarks>The last part of the key is the time, those before it must be equal. See <see cref="QueryExtensions.AsOf{T}(Query{T})"/>.</remarks>
    /// <example><code>join r in rates.AsOf() on (s.Currency, s.SoldAt) equals (r.Currency, r.ValidFrom)</code></example>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key; its last part is the time.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows, from <see cref="QueryExtensions.AsOf{T}(Query{T})"/>.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From both rows to the result; the inner one may be null.</param>
    public Query<TResult> Join<TInner, TKey, TResult>(
        AsOfQuery<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T, TInner?, TResult> result)
        where TInner : class =>
        new(evaluation => AsOfRows.Join(Read(evaluation), inner.Rows.Read(evaluation), outerKey, innerKey, result, evaluation));

    /// <summary>LEFT JOIN: each row with the inner rows of the same key, or with null.</summary>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From both rows to the result; the inner one may be null.</param>
    public Query<TResult> LeftJoin<TInner, TKey, TResult>(
        Query<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T, TInner?, TResult> result)
        where TInner : class =>
        new(evaluation => Joined.Rows(
            Read(evaluation), inner.Read(evaluation), outerKey, innerKey, (outer, match) => result(outer!, match), evaluation, keepsOuter: true, keepsInner: false));

    /// <summary>RIGHT JOIN: each inner row with the rows of the same key, or with null.</summary>
    /// <remarks>In query syntax: <c>from s in sales.Optional() join c in customers on .. equals ..</c>; then <c>s</c> is null where there is none.</remarks>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From both rows to the result; the outer one may be null.</param>
    public Query<TResult> RightJoin<TInner, TKey, TResult>(
        Query<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T?, TInner, TResult> result) =>
        new(evaluation => Joined.Rows(
            Read(evaluation), inner.Read(evaluation), outerKey, innerKey, (outer, match) => result(outer, match!), evaluation, keepsOuter: false, keepsInner: true));

    /// <summary>FULL JOIN: the rows of the same key, and those of either side that match nothing, with null.</summary>
    /// <remarks>In query syntax: <c>from s in sales.Optional() join c in customers.Optional() on .. equals ..</c>; each may be null, never both.</remarks>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From both rows to the result; either may be null.</param>
    public Query<TResult> FullJoin<TInner, TKey, TResult>(
        Query<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T?, TInner?, TResult> result)
        where TInner : class =>
        new(evaluation => Joined.Rows(
            Read(evaluation), inner.Read(evaluation), outerKey, innerKey, result, evaluation, keepsOuter: true, keepsInner: true));

    /// <summary>Each row with the inner rows of the same key as rows to be counted, added up or gone through: <c>join .. into</c>.</summary>
    /// <remarks>
    /// What is computed of the inner rows becomes a subquery; <c>from x in group</c> becomes an inner join, <c>from x in group.DefaultIfEmpty()</c> a left join.
    /// </remarks>
    /// <example><code>
    /// from c in customers
    /// join s in sales on c.CustomerId equals s.CustomerId into orders
    /// select new Buyer { CustomerId = c.CustomerId, Orders = orders.Count(), Spent = orders.Sum(s =&gt; s.Amount) }
    /// </code></example>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From a row and its inner rows to the result.</param>
    public Query<TResult> GroupJoin<TInner, TKey, TResult>(
        Query<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T, Query<TInner>, TResult> result)
    {
        return new(Gather);

        IEnumerable<Traced<TResult>> Gather(Evaluation evaluation)
        {
            var innerRows = JoinTable<TInner>.Of(inner.Read(evaluation), innerKey, evaluation);
            foreach (var (row, key) in evaluation.Tried(Read(evaluation), outerKey))
            {
                var matches = Query.Of(innerRows.Find(key).Select(match => match.Row.Value));
                if (evaluation.Try(row, outer => result(outer, matches), out var combined))
                {
                    yield return row.With(combined);
                }
            }
        }
    }

    /// <summary>The rows, or one null where there is none. Of the rows of a <c>join .. into</c>: a left join.</summary>
    /// <example><code>
    /// from c in customers
    /// join s in sales on c.CustomerId equals s.CustomerId into orders
    /// from s in orders.DefaultIfEmpty()
    /// select new Order { Customer = c.Name, OrderId = s?.OrderId }
    /// </code></example>
    public Query<T?> DefaultIfEmpty() => new(evaluation =>
    {
        var rows = Read(evaluation).Select(row => row.With<T?>(row.Value)).ToList();
        return rows.Count > 0 ? rows : [Traced.Source<T?>(default)];
    });
}
