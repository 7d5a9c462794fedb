namespace Pipeline.Model;

/// <summary>The rows around one row of a window; from <see cref="Window{T}.Rows"/>, <see cref="Window{T}.UpToTies"/> or one of the ranges.</summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class Frame<T>
{
    private readonly IReadOnlyList<T> rows;

    internal Frame(IReadOnlyList<T> rows) => this.rows = rows;

    /// <summary>How many rows there are: COUNT(*) OVER.</summary>
    public long Count() => rows.Count;

    /// <summary>For how many rows it holds: COUNT_IF OVER.</summary>
    /// <param name="predicate">The condition.</param>
    public long Count(Func<T, bool> predicate) => rows.LongCount(predicate);

    /// <summary>The sum; where all values are null it is 0: SUM OVER.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Sum<TValue>(Func<T, TValue> value) => Aggregates.Sum(rows.Select(value));

    /// <summary>The mean; nulls don't count, and where all values are null it is null: AVG OVER.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public decimal? Average<TValue>(Func<T, TValue> value) => Aggregates.Average(rows.Select(value));

    /// <summary>The least value; nulls don't count: MIN OVER.</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Min<TValue>(Func<T, TValue> value) => Aggregates.Min(rows.Select(value));

    /// <summary>The greatest value; nulls don't count: MAX OVER.</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Max<TValue>(Func<T, TValue> value) => Aggregates.Max(rows.Select(value));

    /// <summary>The value of the frame's first row: FIRST_VALUE OVER.</summary>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue First<TValue>(Func<T, TValue> value) => value(rows[0]);

    /// <summary>The value of the frame's last row: LAST_VALUE OVER.</summary>
    /// <typeparam name="TValue">The value.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Last<TValue>(Func<T, TValue> value) => value(rows[^1]);
}
