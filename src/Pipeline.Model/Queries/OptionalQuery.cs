namespace Pipeline.Model;

/// <summary>A side of a join that need not be there, from <see cref="QueryExtensions.Optional{T}"/>: the right one of a left join, the left one of a right join, both of a full join.</summary>
/// <remarks>Not a <see cref="Query{T}"/> itself, so that the compiler knows at once which join is meant.</remarks>
/// <typeparam name="T">The row.</typeparam>
public sealed class OptionalQuery<T>
    where T : class
{
    internal OptionalQuery(Query<T> rows) => Rows = rows;

    internal Query<T> Rows { get; }

    /// <summary>RIGHT JOIN: <c>from s in sales.Optional() join c in customers on .. equals ..</c>; <c>s</c> is null where there is none.</summary>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From both rows to the result; the outer one may be null.</param>
    public Query<TResult> Join<TInner, TKey, TResult>(
        Query<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T?, TInner, TResult> result) =>
        Rows.RightJoin(inner, outerKey, innerKey, result);

    /// <summary>FULL JOIN: <c>from s in sales.Optional() join c in customers.Optional() on .. equals ..</c>; each may be null, never both.</summary>
    /// <typeparam name="TInner">The inner row.</typeparam>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TResult">The row that results.</typeparam>
    /// <param name="inner">The inner rows, from <see cref="QueryExtensions.Optional{T}"/>.</param>
    /// <param name="outerKey">The key of a row.</param>
    /// <param name="innerKey">The key of an inner row.</param>
    /// <param name="result">From both rows to the result; either may be null.</param>
    public Query<TResult> Join<TInner, TKey, TResult>(
        OptionalQuery<TInner> inner, Func<T, TKey> outerKey, Func<TInner, TKey> innerKey, Func<T?, TInner?, TResult> result)
        where TInner : class => Rows.FullJoin(inner.Rows, outerKey, innerKey, result);
}
