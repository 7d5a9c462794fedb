namespace Pipeline.Model;

/// <summary>The rows of one group.</summary>
/// <example><code>
/// from s in sales
/// group s by (s.StoreId, Day: DateOnly.FromDateTime(s.SoldAt)) into g
/// select new DailySales { StoreId = g.Key.StoreId, Day = g.Key.Day, Total = g.Sum(s =&gt; s.TotalAmount) }
/// </code></example>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="T">The row.</typeparam>
public sealed partial class Group<TKey, T>
{
    private readonly IReadOnlyList<T> rows;

    internal Group(TKey key, IReadOnlyList<T> rows)
    {
        Key = key;
        this.rows = rows;
    }

    /// <summary>What the rows have in common.</summary>
    public TKey Key { get; }

    internal IReadOnlyList<T> Rows => rows;

    /// <summary>How many rows there are: COUNT(*).</summary>
    public long Count() => rows.Count;

    /// <summary>For how many rows it holds: COUNT_IF.</summary>
    /// <param name="predicate">The condition.</param>
    public long Count(Func<T, bool> predicate) => rows.LongCount(predicate);

    /// <summary>How many different values there are; nulls don't count: COUNT(DISTINCT ..).</summary>
    /// <typeparam name="TValue">The value; of several columns, a tuple.</typeparam>
    /// <param name="value">The value of a row.</param>
    public long CountDistinct<TValue>(Func<T, TValue> value) => Aggregates.CountDistinct(rows.Select(value));

    /// <summary>The sum; where all values are null it is 0: SUM.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Sum<TValue>(Func<T, TValue> value) => Aggregates.Sum(rows.Select(value));

    /// <summary>The mean; nulls don't count, and where all values are null it is null: AVG.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public decimal? Average<TValue>(Func<T, TValue> value) => Aggregates.Average(rows.Select(value));

    /// <summary>The least value; nulls don't count: MIN.</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Min<TValue>(Func<T, TValue> value) => Aggregates.Min(rows.Select(value));

    /// <summary>The greatest value; nulls don't count: MAX.</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Max<TValue>(Func<T, TValue> value) => Aggregates.Max(rows.Select(value));

    /// <summary>The value of the row that comes last by the order: MAX_BY. An order that can tie picks any of the ties.</summary>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <typeparam name="TOrder">The order; of several columns, a tuple.</typeparam>
    /// <param name="value">The value of a row.</param>
    /// <param name="order">What orders the rows.</param>
    public TValue Last<TValue, TOrder>(Func<T, TValue> value, Func<T, TOrder> order) =>
        value(rows.OrderBy(order, ValueOrder<TOrder>.Instance).Last());

    /// <summary>The value below which that share of the values lies; between two, the straight line: PERCENTILE_CONT.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="share">The share, 0 to 1; 0.5 is the median.</param>
    /// <param name="value">The value of a row.</param>
    public decimal? Percentile<TValue>(double share, Func<T, TValue> value) => Aggregates.Percentile(share, rows.Select(value));

    /// <summary>Whether it holds for all rows.</summary>
    /// <param name="predicate">The condition.</param>
    public bool All(Func<T, bool> predicate) => rows.All(predicate);

    /// <summary>Whether it holds for one row at least.</summary>
    /// <param name="predicate">The condition.</param>
    public bool Any(Func<T, bool> predicate) => rows.Any(predicate);

    /// <summary>The texts in one, in the order of their characters; nulls are left out: LISTAGG.</summary>
    /// <param name="separator">What stands between two.</param>
    /// <param name="value">The text of a row.</param>
    public string Join(string separator, Func<T, string?> value) =>
        string.Join(separator, rows.Select(value).OfType<string>().Order(StringComparer.Ordinal));
}
