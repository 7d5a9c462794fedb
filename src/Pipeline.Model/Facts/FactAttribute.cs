namespace Pipeline.Model;

/// <summary>A fact table: measures at a declared grain, with the keys of the dimensions they belong to.</summary>
/// <remarks>
/// Becomes a table and a procedure SP_LOAD_.. that looks up the surrogate keys and merges by the grain: a replay adds nothing.
/// </remarks>
/// <example><code>
/// [Fact&lt;Curated&gt;(FactKind.Transaction, ClusterBy = [nameof(DateKey)])]
/// public sealed class FactSales
/// {
///     [Grain] public string TransactionId { get; init; }
///     [ForeignKey&lt;DimDate&gt;] public int DateKey { get; init; }
///     [ForeignKey&lt;DimCustomer&gt;(Missing = Missing.Infer)] public long CustomerKey { get; init; }
///     [Measure, Number(18, 2)] public decimal TotalAmount { get; init; }
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
/// <param name="kind">What a row is.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactAttribute<[OfKind(typeof(SchemaAttribute))] TSchema>(FactKind kind) : KindAttribute
{
    /// <summary>What a row is.</summary>
    public FactKind Kind => kind;

    /// <summary>The columns by which Snowflake keeps the rows together, by <c>nameof</c>.</summary>
    public string[] ClusterBy { get; init; } = [];
}
