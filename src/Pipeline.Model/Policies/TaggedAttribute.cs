namespace Pipeline.Model;

/// <summary>The value of a tag on this object or column.</summary>
/// <remarks>
/// Becomes ALTER .. SET TAG at the end of each deployment, so it also comes to what was there before, and back to what is replaced. It can stand on
/// schemas, warehouses, roles, stages, tables of every kind, views and dynamic tables, and on columns of these; on no materialized view. What lies in a schema has the
/// schema's tags without a word.
/// See <see href="https://docs.snowflake.com/en/user-guide/object-tagging/work">Work with object tags</see>.
/// </remarks>
/// <example><code>
/// [Table&lt;Staging&gt;, Tagged&lt;CostCenter&gt;("retail")]
/// public sealed class StgCustomers
/// {
///     [Tagged&lt;Sensitivity&gt;("personal")] public string? Email { get; init; }   // ALTER TABLE .. MODIFY COLUMN EMAIL SET TAG ..
/// }
/// </code></example>
/// <typeparam name="TTag">The tag.</typeparam>
/// <param name="value">One of its allowed values, up to 256 characters; may hold <c>${name}</c> of the environment where any text is allowed.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true)]
public sealed class TaggedAttribute<[OfKind(typeof(TagAttribute<>))] TTag>(string value) : Attribute
{
    /// <summary>One of the tag's allowed values.</summary>
    public string Value => value;
}
