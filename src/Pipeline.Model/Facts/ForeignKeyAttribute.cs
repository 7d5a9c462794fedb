namespace Pipeline.Model;

/// <summary>This column holds the surrogate key of a dimension; the load looks it up with <c>KeyOf</c>.</summary>
/// <remarks>
/// Snowflake doesn't enforce foreign keys, the load does: a column with it never holds a key that the dimension lacks.
/// Becomes a FOREIGN KEY .. NOT ENFORCED, which tells readers and optimisers.
/// See <see href="https://docs.snowflake.com/en/sql-reference/constraints-overview">Constraints</see>.
/// </remarks>
/// <example><code>
/// [ForeignKey&lt;DimCustomer&gt;(Missing = Missing.Infer)] public long CustomerKey { get; init; }
/// // in the load: CustomerKey = customers.KeyOf(c =&gt; c.CustomerId == s.CustomerId, asOf: s.SoldAt)
/// </code></example>
/// <typeparam name="TDimension">The dimension or calendar.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ForeignKeyAttribute<
    [OfKind(typeof(DimensionAttribute<>), typeof(CalendarAttribute<>))] TDimension> : Attribute
{
    /// <summary>What a fact does whose dimension row isn't there.</summary>
    public Missing Missing { get; init; }

    /// <summary>The member of a fact that names none: where a value to look up is null.</summary>
    public Member NoKey { get; init; }
}
