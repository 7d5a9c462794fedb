namespace Pipeline.Model;

/// <summary>A materialized view: the rows of its <see cref="DefineAttribute">[Define]</see> query are kept, and are always those of its table as it is now.</summary>
/// <remarks>
/// <para>Becomes CREATE OR REPLACE MATERIALIZED VIEW .. COPY GRANTS, where its definition is another than that of the one that is there; an unchanged one is left alone. Snowflake keeps it up to date by itself, needs no warehouse for it, and answers queries on its table from it
/// where they fit. Each change of the table is paid for: it suits a table that grows, not one that is merged into all day.</para>
/// <para>Snowflake takes one table, columns and groups of it, and few aggregates: no join, no window, no HAVING, no order, no other view. What it can't take is a mistake in the
/// C# (PL0750 to PL0755); a <see cref="DynamicTableAttribute{TSchema, TWarehouse}">[DynamicTable]</see> takes nearly any query, and is as old as its lag.</para>
/// <para>Enterprise edition. Locally it is a view: always fresh.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-materialized-view">CREATE MATERIALIZED VIEW</see>.</para>
/// </remarks>
/// <example><code>
/// [MaterializedView&lt;Analytics&gt;(Name = "MV_PRODUCT_PERFORMANCE", ClusterBy = [nameof(ProductKey)])]
/// public sealed class ProductPerformance { .. }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MaterializedViewAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : KindAttribute
{
    /// <summary>Hides its definition, and keeps queries from learning of rows that they don't see.</summary>
    public bool Secure { get; init; }

    /// <summary>The columns by which Snowflake keeps the rows together, by <c>nameof</c>.</summary>
    public string[] ClusterBy { get; init; } = [];
}
