using System.Numerics;

namespace Pipeline.Model;

public static partial class Sql
{
    /// <summary>The text, or null where it is another: NULLIF.</summary>
    /// <example><code>Segment = Sql.NullIf(c.Segment, "")</code></example>
    /// <param name="text">The text.</param>
    /// <param name="none">What counts as none.</param>
    public static string? NullIf(string? text, string? none) => text == none ? null : text;

    /// <summary>The value, or null where it is another: NULLIF.</summary>
    /// <example><code>Discount = Sql.NullIf(s.Discount, -1)</code></example>
    /// <typeparam name="T">The type of both.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="none">What counts as none.</param>
    public static T? NullIf<T>(T? value, T? none)
        where T : struct => EqualityComparer<T?>.Default.Equals(value, none) ? null : value;

    /// <summary>The number, or 0 where there is none: ZEROIFNULL.</summary>
    /// <example><code>Discount = Sql.ZeroIfNull(s.Discount)</code></example>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="number">The number.</param>
    public static T ZeroIfNull<T>(T? number)
        where T : struct, INumber<T> => number ?? T.Zero;

    /// <summary>The number, or null where it is 0: NULLIFZERO.</summary>
    /// <example><code>Average = s.Amount / Sql.NullIfZero(s.Quantity)</code></example>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="number">The number.</param>
    public static T? NullIfZero<T>(T? number)
        where T : struct, INumber<T> => number is { } given && given == T.Zero ? null : number;

    /// <summary>The least of the values; null where one of them is null: LEAST.</summary>
    /// <example><code>First = Sql.Least(o.PaidAt, o.ShippedAt, o.DeliveredAt)</code></example>
    /// <typeparam name="T">What can be ordered.</typeparam>
    /// <param name="values">The values.</param>
    public static T Least<T>(params T[] values) => Array.Exists(values, value => value is null) ? default! : LeastPresent(values);

    /// <summary>The greatest of the values; null where one of them is null: GREATEST.</summary>
    /// <example><code>Last = Sql.Greatest(o.PaidAt, o.ShippedAt, o.DeliveredAt)</code></example>
    /// <typeparam name="T">What can be ordered.</typeparam>
    /// <param name="values">The values.</param>
    public static T Greatest<T>(params T[] values) => Array.Exists(values, value => value is null) ? default! : GreatestPresent(values);

    /// <summary>The least of the values that are there; null where none is: LEAST_IGNORE_NULLS.</summary>
    /// <example><code>First = Sql.LeastPresent(o.PaidAt, o.ShippedAt, o.DeliveredAt)</code></example>
    /// <typeparam name="T">What can be ordered.</typeparam>
    /// <param name="values">The values.</param>
    public static T LeastPresent<T>(params T[] values) => Outermost(values, -1);

    /// <summary>The greatest of the values that are there; null where none is: GREATEST_IGNORE_NULLS.</summary>
    /// <example><code>Last = Sql.GreatestPresent(o.PaidAt, o.ShippedAt, o.DeliveredAt)</code></example>
    /// <typeparam name="T">What can be ordered.</typeparam>
    /// <param name="values">The values.</param>
    public static T GreatestPresent<T>(params T[] values) => Outermost(values, 1);

    private static T Outermost<T>(T[] values, int direction)
    {
        var present = Array.FindAll(values, value => value is not null);
        return present.Length == 0 ? default! : present.Aggregate((best, value) => Math.Sign(ValueOrder.Compare(value, best)) == direction ? value : best);
    }
}
