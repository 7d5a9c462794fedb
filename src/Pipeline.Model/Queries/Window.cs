namespace Pipeline.Model;

/// <summary>A row and its neighbours in the partition, in order.</summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class Window<T>
{
    private readonly IReadOnlyList<T> partition;
    private readonly IReadOnlyList<object?> orders;
    private readonly int place;

    internal Window(IReadOnlyList<T> partition, IReadOnlyList<object?> orders, int place)
    {
        this.partition = partition;
        this.orders = orders;
        this.place = place;
    }

    /// <summary>The row.</summary>
    public T Row => partition[place];

    /// <summary>Its place in the partition, from 1: ROW_NUMBER.</summary>
    public long RowNumber => place + 1;

    /// <summary>Its rank, from 1; rows that tie share one, and a gap follows: RANK.</summary>
    public long Rank => Frames.Peers(orders, place).First + 1;

    /// <summary>Its rank, from 1; rows that tie share one, and no gap follows: DENSE_RANK.</summary>
    public long DenseRank => 1 + Enumerable.Range(1, place).LongCount(next => ValueOrder.Compare(orders[next - 1], orders[next]) != 0);

    /// <summary>The share of the other rows that come before it, 0 to 1: PERCENT_RANK.</summary>
    public double PercentRank => partition.Count == 1 ? 0 : (double)(Rank - 1) / (partition.Count - 1);

    /// <summary>The share of the rows that come before it or tie with it, above 0 up to 1: CUME_DIST.</summary>
    public double CumeDist => (double)(Frames.Peers(orders, place).Last + 1) / partition.Count;

    /// <summary>The row before it, or null: LAG.</summary>
    public T? Previous => Lag(1);

    /// <summary>The row after it, or null: LEAD.</summary>
    public T? Next => Lead(1);

    /// <summary>The first row of the partition: FIRST_VALUE.</summary>
    public T First => partition[0];

    /// <summary>The last row of the partition: LAST_VALUE.</summary>
    public T Last => partition[^1];

    /// <summary>How many rows the partition has: COUNT(*) OVER.</summary>
    public long Count => partition.Count;

    /// <summary>Which of so many equal parts of the partition it is in, from 1; the first parts take what is left over: NTILE.</summary>
    /// <param name="parts">How many parts.</param>
    public long Ntile(int parts)
    {
        var (size, rest) = (partition.Count / parts, partition.Count % parts);
        var inLarger = rest * (size + 1);
        return 1 + (place < inLarger ? place / (size + 1) : rest + (place - inLarger) / size);
    }

    /// <summary>The row in one place of the partition, from 1, or null: NTH_VALUE.</summary>
    /// <param name="row">Which place; a constant.</param>
    public T? Nth(int row) => row >= 1 && row <= partition.Count ? partition[row - 1] : default;

    /// <summary>The row so many places before it, or null: LAG.</summary>
    /// <param name="rows">How many places; a constant.</param>
    public T? Lag(int rows) => place >= rows ? partition[place - rows] : default;

    /// <summary>The row so many places after it, or null: LEAD.</summary>
    /// <param name="rows">How many places; a constant.</param>
    public T? Lead(int rows) => place + rows < partition.Count ? partition[place + rows] : default;

    /// <summary>The sum up to this row, row by row: SUM OVER (.. ROWS UNBOUNDED PRECEDING).</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue RunningSum<TValue>(Func<T, TValue> value) => Running.Sum(value);

    /// <summary>The mean up to this row, row by row: AVG OVER (.. ROWS UNBOUNDED PRECEDING).</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public decimal? RunningAverage<TValue>(Func<T, TValue> value) => Running.Average(value);

    /// <summary>The least value up to this row, row by row: MIN OVER (.. ROWS UNBOUNDED PRECEDING).</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue RunningMin<TValue>(Func<T, TValue> value) => Running.Min(value);

    /// <summary>The greatest value up to this row, row by row: MAX OVER (.. ROWS UNBOUNDED PRECEDING).</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue RunningMax<TValue>(Func<T, TValue> value) => Running.Max(value);

    /// <summary>For how many rows up to this one it holds, row by row: COUNT_IF OVER (.. ROWS UNBOUNDED PRECEDING).</summary>
    /// <param name="predicate">The condition.</param>
    public long RunningCount(Func<T, bool> predicate) => Running.Count(predicate);

    /// <summary>The sum over the partition: SUM OVER.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Sum<TValue>(Func<T, TValue> value) => Aggregates.Sum(partition.Select(value));

    /// <summary>The mean over the partition; nulls don't count: AVG OVER.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public decimal? Average<TValue>(Func<T, TValue> value) => Aggregates.Average(partition.Select(value));

    /// <summary>The least value of the partition: MIN OVER.</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Min<TValue>(Func<T, TValue> value) => Aggregates.Min(partition.Select(value));

    /// <summary>The greatest value of the partition: MAX OVER.</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Max<TValue>(Func<T, TValue> value) => Aggregates.Max(partition.Select(value));

    /// <summary>The mean over this row and so many before it: AVG OVER (.. ROWS n PRECEDING).</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="rows">How many rows before this one.</param>
    /// <param name="value">The value of a row.</param>
    public decimal? MovingAverage<TValue>(int rows, Func<T, TValue> value) => Rows(rows, 0).Average(value);

    /// <summary>This row with so many rows before and after it: ROWS BETWEEN .. PRECEDING AND .. FOLLOWING.</summary>
    /// <example><code>w.Rows(before: 6, after: 0).Sum(s =&gt; s.Amount)</code></example>
    /// <param name="before">How many rows before; a constant.</param>
    /// <param name="after">How many rows after; a constant.</param>
    public Frame<T> Rows(int before, int after) => Between(Math.Max(0, place - before), Math.Min(partition.Count - 1, place + after));

    /// <summary>The rows whose order is at most so much less or more than this row's: RANGE BETWEEN .. PRECEDING AND .. FOLLOWING.</summary>
    /// <remarks>The window is ordered by one number. Rows without one see each other alone.</remarks>
    /// <param name="before">How much less; a constant.</param>
    /// <param name="after">How much more; a constant.</param>
    public Frame<T> Range(int before, int after) => Within(Frames.Within(orders, place, before, after));

    /// <summary>The rows whose time is at most so long before or after this row's: RANGE BETWEEN INTERVAL .. PRECEDING AND INTERVAL .. FOLLOWING.</summary>
    /// <remarks>The window is ordered by one time or day. Rows without one see each other alone.</remarks>
    /// <example><code>w.Range(TimeSpan.FromDays(7), TimeSpan.Zero).Sum(s =&gt; s.Amount)</code></example>
    /// <param name="before">How long before; a constant.</param>
    /// <param name="after">How long after; a constant.</param>
    public Frame<T> Range(TimeSpan before, TimeSpan after) => Within(Frames.Within(orders, place, before, after));

    /// <summary>The rows up to this one, with all that tie with it: RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW.</summary>
    public Frame<T> UpToTies() => Between(0, Frames.Peers(orders, place).Last);

    private Frame<T> Running => Between(0, place);

    private Frame<T> Between(int first, int last) => Within((first, last));

    private Frame<T> Within((int First, int Last) places) => new([.. partition.Skip(places.First).Take(places.Last - places.First + 1)]);
}
