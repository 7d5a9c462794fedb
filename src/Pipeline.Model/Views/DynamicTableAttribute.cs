namespace Pipeline.Model;

/// <summary>A dynamic table: a table that is what its <see cref="DefineAttribute">[Define]</see> query gives, kept up to date by Snowflake.</summary>
/// <remarks>
/// Becomes CREATE DYNAMIC TABLE. With <see cref="LagMinutes"/> it refreshes by itself; without, the task that
/// <see cref="RunsAttribute{TWork}">runs</see> it does, once what it reads has been loaded.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-dynamic-table">CREATE DYNAMIC TABLE</see>.
/// </remarks>
/// <example><code>
/// [DynamicTable&lt;Analytics, TransformWh&gt;(Name = "MV_DAILY_SALES_SUMMARY", Refresh = RefreshMode.Incremental)]
/// public sealed class DailySalesSummary { .. }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
/// <typeparam name="TWarehouse">The warehouse that refreshes it.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DynamicTableAttribute<
    [OfKind(typeof(SchemaAttribute))] TSchema, [OfKind(typeof(WarehouseAttribute))] TWarehouse> : KindAttribute
{
    /// <summary>How old its rows may be, in minutes; 0 leaves the refresh to a task.</summary>
    public int LagMinutes { get; init; }

    /// <summary>It is refreshed when a dynamic table that reads it is.</summary>
    public bool Downstream { get; init; }

    /// <summary>How it is brought up to date.</summary>
    public RefreshMode Refresh { get; init; }
}
