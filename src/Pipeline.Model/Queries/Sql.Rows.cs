namespace Pipeline.Model;

/// <content>Rows that no table has, and the order of nulls.</content>
public static partial class Sql
{
    /// <summary>Whole numbers, one a row: so many from the first on. In Snowflake TABLE(GENERATOR(..)).</summary>
    /// <example><code>from n in Sql.Numbers(1, 12) select new Months { Month = (int)n }</code></example>
    /// <param name="first">The first number; a constant.</param>
    /// <param name="count">How many; a constant.</param>
    public static Query<long> Numbers(long first, int count) => Query.Of(Enumerable.Range(0, count).Select(number => first + number));

    /// <summary>Days, one a row: from the first to the last, both included. In Snowflake TABLE(GENERATOR(..)).</summary>
    /// <example><code>from day in Sql.Days(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)) select new Days { Day = day }</code></example>
    /// <param name="first">The first day; a constant.</param>
    /// <param name="last">The last day; a constant.</param>
    public static Query<DateOnly> Days(DateOnly first, DateOnly last) =>
        Query.Of(Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(first.AddDays));

    /// <summary>Columns that become rows: for each row of the query one row per part. Parts that are null stay; filter them where they aren't wanted.</summary>
    /// <remarks>Becomes CROSS JOIN (VALUES ..) with a CASE per column, which is UNPIVOT INCLUDE NULLS for any number of columns at once.</remarks>
    /// <example><code>
    /// from b in budgets
    /// from part in Sql.Unpivot((Quarter: 1, Amount: b.Q1), (Quarter: 2, Amount: b.Q2))
    /// select new QuarterBudgets { StoreId = b.StoreId, Quarter = part.Quarter, Amount = part.Amount }
    /// </code></example>
    /// <typeparam name="T">A part; of several columns, a tuple whose parts are named the same each time.</typeparam>
    /// <param name="parts">The parts of the row.</param>
    public static Query<T> Unpivot<T>(params T[] parts) => Query.Of(parts);

    /// <summary>In an order: nulls come first, ascending or descending: NULLS FIRST.</summary>
    /// <remarks>Without it nulls are less than all else, as in C#: first ascending, last descending.</remarks>
    /// <example><code>orderby Sql.NullsFirst(s.PaidAt) descending</code></example>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="value">What is ordered by.</param>
    public static NullsPlaced<T> NullsFirst<T>(T? value) => new(value, first: true);

    /// <summary>In an order: nulls come last, ascending or descending: NULLS LAST.</summary>
    /// <remarks>Without it nulls are less than all else, as in C#: first ascending, last descending.</remarks>
    /// <example><code>orderby Sql.NullsLast(s.PaidAt)</code></example>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="value">What is ordered by.</param>
    public static NullsPlaced<T> NullsLast<T>(T? value) => new(value, first: false);
}
