namespace Pipeline.Model;

/// <summary>A view; its rows are what its <see cref="DefineAttribute">[Define]</see> query gives when it is read.</summary>
/// <remarks>
/// Becomes CREATE OR REPLACE VIEW .. COPY GRANTS: it holds no rows, and who may read it stays.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-view">CREATE VIEW</see>.
/// </remarks>
/// <example><code>[View&lt;Analytics&gt;(Secure = true)] public sealed class VwSalesByRegion { .. }</code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ViewAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : KindAttribute
{
    /// <summary>Hides its definition, and keeps queries from learning of rows that they don't see.</summary>
    public bool Secure { get; init; }
}
