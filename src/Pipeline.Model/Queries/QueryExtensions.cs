using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Model;

/// <summary>What queries can say beyond the standard operators.</summary>
public static class QueryExtensions
{
    private const string NoValue = "a required value is missing";

    /// <summary>Makes a join with these rows one in which they need not be there: LEFT JOIN, RIGHT JOIN or, on both sides, FULL JOIN.</summary>
    /// <example><code>
    /// from s in sales join c in customers.Optional() on s.CustomerId equals c.CustomerId               // LEFT JOIN: c may be null
    /// from s in sales.Optional() join c in customers on s.CustomerId equals c.CustomerId               // RIGHT JOIN: s may be null
    /// from s in sales.Optional() join c in customers.Optional() on s.CustomerId equals c.CustomerId    // FULL JOIN
    /// </code></example>
    /// <typeparam name="T">The row.</typeparam>
    /// <param name="rows">The rows that need not be there.</param>
    public static OptionalQuery<T> Optional<T>(this Query<T> rows)
        where T : class => new(rows);

    /// <summary>Makes a join with these rows an ASOF JOIN: of each key the latest row that isn't after the time, or null.</summary>
    /// <remarks>
    /// <para>The last part of the key is the time. Two rows of one key and time tie, and either may be found: so key and time must be unique here.</para>
    /// See <see href="https://docs.snowflake.com/en/sql-reference/constructs/asof-join">ASOF JOIN</see>.
    /// </remarks>
    /// <example><code>join r in rates.AsOf() on (s.Currency, s.SoldAt) equals (r.Currency, r.ValidFrom)</code></example>
    /// <typeparam name="T">The row.</typeparam>
    /// <param name="rows">The rows of which the latest is looked for.</param>
    public static AsOfQuery<T> AsOf<T>(this Query<T> rows)
        where T : class => new(rows);

    /// <summary>The surrogate key of the row that matches, or what [ForeignKey] says of missing ones.</summary>
    /// <remarks>
    /// Of a dimension with history it is the current version; a fact rather says <c>asOf</c>. In a load it becomes a left join; where
    /// nothing matches, <see cref="ForeignKeyAttribute{TDimension}.Missing"/> of the column decides. In plain C# that is -1.
    /// </remarks>
    /// <example><code>ProductKey = products.KeyOf(p =&gt; p.ProductId == s.ProductId)</code></example>
    /// <typeparam name="T">The dimension.</typeparam>
    /// <param name="dimension">The dimension's rows.</param>
    /// <param name="match">The business key, by <c>==</c> and <c>&amp;&amp;</c>.</param>
    public static long KeyOf<[OfKind(typeof(DimensionAttribute<>), typeof(CalendarAttribute<>))] T>(
        this Query<T> dimension, Func<T, bool> match)
        where T : class => DimensionRows<T>.Key(dimension.Values().FirstOrDefault(row => match(row) && DimensionRows<T>.IsCurrent(row)));

    /// <summary>The surrogate key of the version that was valid at a time.</summary>
    /// <remarks>The beginning of a version is included, its end isn't.</remarks>
    /// <example><code>CustomerKey = customers.KeyOf(c =&gt; c.CustomerId == s.CustomerId, asOf: s.SoldAt)</code></example>
    /// <typeparam name="T">The dimension.</typeparam>
    /// <param name="dimension">The dimension's rows.</param>
    /// <param name="match">The business key, by <c>==</c> and <c>&amp;&amp;</c>.</param>
    /// <param name="asOf">The time.</param>
    public static long KeyOf<[OfKind(typeof(DimensionAttribute<>))] T>(this Query<T> dimension, Func<T, bool> match, DateTime asOf)
        where T : class => DimensionRows<T>.Key(dimension.Values().FirstOrDefault(row => match(row) && DimensionRows<T>.IsValid(row, asOf)));

    /// <summary>The one row per key that was valid at a time.</summary>
    /// <typeparam name="T">The dimension.</typeparam>
    /// <param name="dimension">The dimension's rows.</param>
    /// <param name="at">The time.</param>
    public static Query<T> AsOf<[OfKind(typeof(DimensionAttribute<>))] T>(this Query<T> dimension, DateTime at)
        where T : class => dimension.Where(row => DimensionRows<T>.IsValid(row, at));

    /// <summary>The value; where it is null the row goes to REJECTED_.. with this reason.</summary>
    /// <remarks>
    /// What follows may rely on the value: it casts, checks and rejects in one word. It rejects only rows that reach it, so a
    /// <c>where</c> before it protects. Of several reasons the first in the order written is kept. In plain C# it throws a
    /// <see cref="RejectedRowException"/>.
    /// </remarks>
    /// <example><code>let quantity = Sql.TryToDecimal(r.Quantity, 12, 3).OrReject("quantity isn't a number")</code></example>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value that may be missing.</param>
    /// <param name="reason">Why the row is rejected, in words for the one who will look at it; without one, the column is named.</param>
    [return: NotNull]
    public static T OrReject<T>([NotNull] this T? value, string? reason = null)
        where T : class => value ?? throw new RejectedRowException(reason ?? NoValue);

    /// <inheritdoc cref="OrReject{T}(T, string)"/>
    public static T OrReject<T>([NotNull] this T? value, string? reason = null)
        where T : struct => value ?? throw new RejectedRowException(reason ?? NoValue);
}
