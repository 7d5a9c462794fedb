namespace Pipeline.Model;

/// <content>What a query comes to: one value, or rows in plain C#.</content>
public partial class Query<T>
{
    /// <summary>Whether there is a row: EXISTS.</summary>
    public bool Any() => Values().Any();

    /// <summary>Whether there is a row for which it holds: EXISTS.</summary>
    /// <param name="predicate">The condition.</param>
    public bool Any(Func<T, bool> predicate) => Values().Any(predicate);

    /// <summary>Whether it holds for all rows, also where there is none: NOT EXISTS of one for which it doesn't.</summary>
    /// <param name="predicate">The condition.</param>
    public bool All(Func<T, bool> predicate) => Values().All(predicate);

    /// <summary>Whether the value is among the rows; null is found where a row is null: EXISTS.</summary>
    /// <example><code>where !blocked.Select(b =&gt; b.CustomerId).Contains(s.CustomerId)</code></example>
    /// <param name="value">The value.</param>
    public bool Contains(T value) => Values().Contains(value, RowEquality<T>.Instance);

    /// <summary>The first row by the order, or nothing: MIN_BY in a subquery, for each column that is read of it.</summary>
    /// <example><code>sales.Where(s =&gt; s.CustomerId == c.CustomerId).OrderByDescending(s =&gt; s.SoldAt).FirstOrDefault()?.OrderId</code></example>
    public T? FirstOrDefault() => Values().FirstOrDefault();

    /// <summary>How many rows there are: COUNT(*).</summary>
    public long Count() => Values().LongCount();

    /// <summary>For how many rows it holds: COUNT_IF.</summary>
    /// <param name="predicate">The condition.</param>
    public long Count(Func<T, bool> predicate) => Values().LongCount(predicate);

    /// <summary>How many different values there are; nulls don't count: COUNT(DISTINCT ..).</summary>
    /// <typeparam name="TValue">The value; of several columns, a tuple.</typeparam>
    /// <param name="value">The value of a row.</param>
    public long CountDistinct<TValue>(Func<T, TValue> value) => Aggregates.CountDistinct(Values().Select(value));

    /// <summary>The sum; of nothing it is 0: SUM.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Sum<TValue>(Func<T, TValue> value) => Aggregates.Sum(Values().Select(value));

    /// <summary>The mean; nulls don't count, and of nothing it is null: AVG.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public decimal? Average<TValue>(Func<T, TValue> value) => Aggregates.Average(Values().Select(value));

    /// <summary>The least value; nulls don't count, and of nothing it is null: MIN.</summary>
    /// <remarks>Where there may be no row, the value is nullable: <c>Min(s =&gt; (DateTime?)s.SoldAt)</c>.</remarks>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Min<TValue>(Func<T, TValue> value) => Aggregates.Min(Values().Select(value));

    /// <summary>The greatest value; nulls don't count, and of nothing it is null: MAX.</summary>
    /// <remarks>Where there may be no row, the value is nullable: <c>Max(s =&gt; (DateTime?)s.SoldAt)</c>.</remarks>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Max<TValue>(Func<T, TValue> value) => Aggregates.Max(Values().Select(value));

    /// <summary>The part of the rows, 0 to 1, for which it holds; of no rows it is 0.</summary>
    /// <param name="predicate">The condition.</param>
    public decimal Share(Func<T, bool> predicate)
    {
        var values = Values().Select(predicate).ToList();
        return values.Count == 0 ? 0 : (decimal)values.Count(holds => holds) / values.Count;
    }

    /// <summary>The rows that the query gives, in plain C#. A row that is rejected throws a <see cref="RejectedRowException"/>.</summary>
    /// <remarks>For tests; a model doesn't call it.</remarks>
    public IReadOnlyList<T> ToList() => [.. Values()];

    /// <summary>Runs the query in plain C#: the rows that it gives, and those that it rejects with the reason.</summary>
    /// <remarks>For tests; a model doesn't call it.</remarks>
    /// <example><code>
    /// var result = StgSales.FromRaw(new RawSalesStream { Rows = [new() { Quantity = "many" }] }).Evaluate();
    /// Assert.Equal("quantity isn't a number", Assert.Single(result.Rejected).Reason);
    /// </code></example>
    public QueryResult<T> Evaluate()
    {
        var rejected = new List<RejectedRow>();
        var accepted = Read(new Evaluation(rejected)).Select(row => row.Value).ToList();
        return new(accepted, rejected);
    }

    /// <summary>Lets <c>foreach</c> go through the rows in plain C#.</summary>
    public IEnumerator<T> GetEnumerator() => Values().GetEnumerator();

    internal IEnumerable<T> Values() => Read(Evaluation.Throwing).Select(row => row.Value);
}
