using System.Globalization;

namespace Pipeline.Model;

/// <summary>Aggregates over values of any numeric type; nulls don't count.</summary>
internal static class Aggregates
{
    public static TValue Sum<TValue>(IEnumerable<TValue> values)
    {
        var type = Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue);
        object sum = type == typeof(double) || type == typeof(float)
            ? Present(values).Sum(value => Convert.ToDouble(value, CultureInfo.InvariantCulture))
            : Present(values).Sum(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        return (TValue)Convert.ChangeType(sum, type, CultureInfo.InvariantCulture);
    }

    public static decimal? Average<TValue>(IEnumerable<TValue> values)
    {
        var numbers = Numbers(values);
        return numbers.Count == 0 ? null : numbers.Average();
    }

    /// <summary>PERCENTILE_CONT: between two values, the straight line between them.</summary>
    public static decimal? Percentile<TValue>(double share, IEnumerable<TValue> values)
    {
        var numbers = Numbers(values);
        if (numbers.Count == 0)
        {
            return null;
        }

        numbers.Sort();
        var place = (decimal)share * (numbers.Count - 1);
        var below = (int)decimal.Floor(place);
        var above = Math.Min(below + 1, numbers.Count - 1);
        return numbers[below] + (place - below) * (numbers[above] - numbers[below]);
    }

    public static TValue Min<TValue>(IEnumerable<TValue> values) => Extreme(values, "Min", order => order < 0);

    public static TValue Max<TValue>(IEnumerable<TValue> values) => Extreme(values, "Max", order => order > 0);

    public static long CountDistinct<TValue>(IEnumerable<TValue> values) => values.Where(value => value is not null).Distinct().LongCount();

    private static TValue Extreme<TValue>(IEnumerable<TValue> values, string aggregate, Func<int, bool> isBetter)
    {
        var found = false;
        TValue? best = default;
        foreach (var value in values)
        {
            if (value is not null && (!found || isBetter(ValueOrder.Compare(value, best))))
            {
                (best, found) = (value, true);
            }
        }

        if (found || default(TValue) is null)
        {
            return best!;
        }

        throw new InvalidOperationException(
            $"{aggregate} of no rows has no value of type {typeof(TValue).Name}. Make it nullable: {aggregate}(row => ({typeof(TValue).Name}?)row.Column).");
    }

    private static List<decimal> Numbers<TValue>(IEnumerable<TValue> values) =>
        [.. Present(values).Select(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture))];

    private static IEnumerable<object> Present<TValue>(IEnumerable<TValue> values) => values.Select(value => (object?)value).OfType<object>();
}
