namespace Pipeline.Model;

/// <summary>A calendar: a dimension of one row per day.</summary>
/// <remarks>
/// The class has one static <see cref="DefineAttribute">[Define]</see> method from a day to its row; after the day it may take tables whose rows the model has, such as holidays
/// (<see cref="RowsAttribute"/>, <see cref="SeedFileAttribute"/>). Becomes a table that is filled when it is deployed; days that are there stay, and get what the method says of them now.
/// </remarks>
/// <example><code>
/// [Calendar&lt;Curated&gt;("2009-01-01", "2035-12-31")]
/// public sealed class DimDate
/// {
///     [SurrogateKey] public int DateKey { get; init; }
///     [BusinessKey] public DateOnly FullDate { get; init; }
///
///     [Define]
///     static DimDate Of(DateOnly day) =&gt; new() { DateKey = day.Year * 10_000 + day.Month * 100 + day.Day, FullDate = day };
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
/// <param name="from">The first day, as <c>yyyy-MM-dd</c>.</param>
/// <param name="to">The last day, as <c>yyyy-MM-dd</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CalendarAttribute<[OfKind(typeof(SchemaAttribute))] TSchema>(string from, string to) : KindAttribute
{
    /// <summary>The first day, as <c>yyyy-MM-dd</c>.</summary>
    public string From => from;

    /// <summary>The last day, as <c>yyyy-MM-dd</c>.</summary>
    public string To => to;
}
