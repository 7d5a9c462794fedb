using System.Globalization;

namespace Pipeline.Model;

/// <summary>Statistics of the values of a group; nulls don't count.</summary>
internal sealed class Statistics
{
    private readonly IReadOnlyList<double> values;
    private readonly double mean;

    private Statistics(IReadOnlyList<double> values)
    {
        this.values = values;
        mean = values.Count == 0 ? 0 : values.Average();
    }

    public static Statistics Of<TValue>(IEnumerable<TValue> values) => new([.. Numbers(values).OfType<double>()]);

    /// <summary>Each value as a number; a null stays.</summary>
    public static IEnumerable<double?> Numbers<TValue>(IEnumerable<TValue> values) =>
        values.Select(value => value is null ? (double?)null : Convert.ToDouble(value, CultureInfo.InvariantCulture));

    /// <summary>The value that comes most often, and of several the first.</summary>
    public static TValue Mode<TValue>(IEnumerable<TValue> values) =>
        values.Where(value => value is not null).GroupBy(value => value).OrderByDescending(same => same.Count()).Select(same => same.Key).FirstOrDefault()!;

    /// <summary>The value in the place of the share.</summary>
    public static TValue Ranked<TValue>(double share, IEnumerable<TValue> values)
    {
        var present = values.Where(value => value is not null).Order(ValueOrder<TValue>.Instance).ToList();
        return present.Count == 0 ? default! : present[Math.Max(0, (int)Math.Ceiling(share * present.Count) - 1)];
    }

    public static long? Folded(IEnumerable<long?> values, Func<long, long, long> fold) =>
        values.OfType<long>().ToList() is { Count: > 0 } present ? present.Aggregate(fold) : null;

    /// <summary>The mean square of the distances from the mean; of a sample by one less.</summary>
    public double? Variance(int less) => values.Count - less <= 0 ? null : Moment(2) / (values.Count - less);

    public double? Deviation(int less) => Variance(less) is { } variance ? Math.Sqrt(variance) : null;

    public double? Skewness()
    {
        double n = values.Count;
        return n < 3 ? null : n / ((n - 1) * (n - 2)) * Moment(3) / Math.Pow(Math.Sqrt(Moment(2) / (n - 1)), 3);
    }

    public double? Kurtosis()
    {
        double n = values.Count;
        if (n < 4)
        {
            return null;
        }

        var variance = Moment(2) / (n - 1);
        return n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * Moment(4) / (variance * variance) - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
    }

    private double Moment(int power) => values.Sum(value => Math.Pow(value - mean, power));
}
