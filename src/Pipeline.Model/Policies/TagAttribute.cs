namespace Pipeline.Model;

/// <summary>A tag: a word by which objects and columns are found, counted and billed, with the values that it may have.</summary>
/// <remarks>
/// Becomes CREATE TAG IF NOT EXISTS: a tag that is there keeps its allowed values, and takes another by ALTER TAG .. ADD ALLOWED_VALUES, by hand. Objects have it by <see cref="TaggedAttribute{TTag}"/>. Without allowed
/// values it takes any text. Enterprise edition. A local run knows no tags.
/// See <see href="https://docs.snowflake.com/en/user-guide/object-tagging/introduction">Object tagging</see>.
/// </remarks>
/// <example><code>
/// /// &lt;summary&gt;Who pays for it.&lt;/summary&gt;
/// [Tag&lt;Governance&gt;("retail", "platform")] public sealed class CostCenter;
///
/// [Warehouse, Tagged&lt;CostCenter&gt;("platform")] public sealed class TransformWh;
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
/// <param name="allowedValues">The only values that it takes; none for any text.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TagAttribute<[OfKind(typeof(SchemaAttribute))] TSchema>(params string[] allowedValues) : KindAttribute
{
    /// <summary>The only values that it takes; empty for any text.</summary>
    public string[] AllowedValues => allowedValues;
}
