namespace Pipeline.Model;

/// <summary>A row and its neighbours in the partition, in order.</summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class Window<T>
{
    private readonly IReadOnlyList<T> partition;
    private readonly int place;

    internal Window(IReadOnlyList<T> partition, int place, long rank)
    {
        this.partition = partition;
        this.place = place;
        Rank = rank;
    }

    /// <summary>The row.</summary>
    public T Row => partition[place];

    /// <summary>Its place in the partition, from 1: ROW_NUMBER.</summary>
    public long RowNumber => place + 1;

    /// <summary>Its rank, from 1; rows that tie share one, and a gap follows: RANK.</summary>
    public long Rank { get; }

    /// <summary>The row before it, or null: LAG.</summary>
    public T? Previous => place > 0 ? partition[place - 1] : default;

    /// <summary>The row after it, or null: LEAD.</summary>
    public T? Next => place + 1 < partition.Count ? partition[place + 1] : default;

    /// <summary>The first row of the partition: FIRST_VALUE.</summary>
    public T First => partition[0];

    /// <summary>The last row of the partition: LAST_VALUE.</summary>
    public T Last => partition[^1];

    /// <summary>How many rows the partition has: COUNT(*) OVER.</summary>
    public long Count => partition.Count;

    /// <summary>The sum up to this row, row by row: SUM OVER (.. ROWS UNBOUNDED PRECEDING).</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue RunningSum<TValue>(Func<T, TValue> value) => Aggregates.Sum(partition.Take(place + 1).Select(value));

    /// <summary>The sum over the partition: SUM OVER.</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Sum<TValue>(Func<T, TValue> value) => Aggregates.Sum(partition.Select(value));

    /// <summary>The greatest value of the partition: MAX OVER.</summary>
    /// <typeparam name="TValue">What can be ordered.</typeparam>
    /// <param name="value">The value of a row.</param>
    public TValue Max<TValue>(Func<T, TValue> value) => Aggregates.Max(partition.Select(value));

    /// <summary>The mean over this row and so many before it: AVG OVER (.. ROWS n PRECEDING).</summary>
    /// <typeparam name="TValue">A number.</typeparam>
    /// <param name="rows">How many rows before this one.</param>
    /// <param name="value">The value of a row.</param>
    public decimal? MovingAverage<TValue>(int rows, Func<T, TValue> value) =>
        Aggregates.Average(partition.Skip(Math.Max(0, place - rows)).Take(Math.Min(rows, place) + 1).Select(value));
}
