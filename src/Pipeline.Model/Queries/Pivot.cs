namespace Pipeline.Model;

/// <summary>The rows of one key, whose values become columns; from <see cref="Query{T}.Pivot"/>.</summary>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TColumn">What says which column a row goes to.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public sealed class Pivot<TKey, TColumn, TValue>
{
    private readonly Group<TKey, (TColumn Column, TValue Value)> rows;

    internal Pivot(Group<TKey, (TColumn Column, TValue Value)> rows) => this.rows = rows;

    /// <summary>What the rows have in common.</summary>
    public TKey Key => rows.Key;

    /// <summary>The sum of the column's values; of none it is 0: SUM(CASE ..).</summary>
    /// <param name="column">The column.</param>
    public TValue Sum(TColumn column) => Aggregates.Sum(Of(column));

    /// <summary>The least of the column's values: MIN(CASE ..). Where there may be none, the value is nullable.</summary>
    /// <param name="column">The column.</param>
    public TValue Min(TColumn column) => Aggregates.Min(Of(column));

    /// <summary>The greatest of the column's values: MAX(CASE ..). Where there may be none, the value is nullable.</summary>
    /// <param name="column">The column.</param>
    public TValue Max(TColumn column) => Aggregates.Max(Of(column));

    /// <summary>The mean of the column's values; of none it is null: AVG(CASE ..).</summary>
    /// <param name="column">The column.</param>
    public decimal? Average(TColumn column) => Aggregates.Average(Of(column));

    /// <summary>How many rows the column has: COUNT_IF.</summary>
    /// <param name="column">The column.</param>
    public long Count(TColumn column) => Of(column).LongCount();

    private IEnumerable<TValue> Of(TColumn column) => rows.Rows.Where(row => EqualityComparer<TColumn>.Default.Equals(row.Column, column)).Select(row => row.Value);
}
