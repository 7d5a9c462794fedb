using System.Globalization;

namespace Pipeline.Model;

/// <summary>Which places of an ordered partition a frame takes in.</summary>
internal static class Frames
{
    /// <summary>The first and the last of those that tie with the row.</summary>
    public static (int First, int Last) Peers(IReadOnlyList<object?> orders, int place) =>
        Around(orders, place, other => ValueOrder.Compare(other, orders[place]) == 0);

    /// <summary>Those whose order is at most so much less or more.</summary>
    public static (int First, int Last) Within(IReadOnlyList<object?> orders, int place, int before, int after) => orders[place] is { } own
        ? Around(orders, place, other => other is not null && Number(other) >= Number(own) - before && Number(other) <= Number(own) + after)
        : Peers(orders, place);

    /// <summary>Those whose time is at most so long before or after.</summary>
    public static (int First, int Last) Within(IReadOnlyList<object?> orders, int place, TimeSpan before, TimeSpan after) => orders[place] is { } own
        ? Around(orders, place, other => other is not null && Ticks(other) >= Ticks(own) - before.Ticks && Ticks(other) <= Ticks(own) + after.Ticks)
        : Peers(orders, place);

    private static (int First, int Last) Around(IReadOnlyList<object?> orders, int place, Func<object?, bool> isIn)
    {
        var (first, last) = (place, place);
        while (first > 0 && isIn(orders[first - 1]))
        {
            first--;
        }

        while (last + 1 < orders.Count && isIn(orders[last + 1]))
        {
            last++;
        }

        return (first, last);
    }

    private static decimal Number(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static long Ticks(object value) => value switch
    {
        DateTime time => time.Ticks,
        DateTimeOffset time => time.UtcTicks,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue).Ticks,
        TimeOnly time => time.Ticks,
        _ => throw new InvalidOperationException($"A range of time needs a window ordered by a time or a day; this one is ordered by {value.GetType().Name}."),
    };
}
