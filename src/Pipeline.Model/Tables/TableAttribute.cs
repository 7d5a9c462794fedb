namespace Pipeline.Model;

/// <summary>A table; its properties are the columns.</summary>
/// <remarks>
/// <para>Becomes CREATE TABLE IF NOT EXISTS; a table that is there is never replaced. <c>string</c> is NOT NULL, <c>string?</c> is nullable.</para>
/// <list type="table">
/// <listheader><term>C#</term><description>column</description></listheader>
/// <item><term>string, enum</term><description>VARCHAR; an enum holds its member's name</description></item>
/// <item><term>short, int, long</term><description>NUMBER(5,0), NUMBER(10,0), NUMBER(19,0)</description></item>
/// <item><term>decimal</term><description>NUMBER(28,8), or what <see cref="NumberAttribute"/> says</description></item>
/// <item><term>double</term><description>FLOAT</description></item>
/// <item><term>bool</term><description>BOOLEAN</description></item>
/// <item><term>DateOnly, DateTime</term><description>DATE, TIMESTAMP_NTZ(6)</description></item>
/// <item><term><see cref="Variant"/></term><description>VARIANT</description></item>
/// </list>
/// <para>A base class gives its columns too; they come last.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-table">CREATE TABLE</see>.
/// </remarks>
/// <example><code>
/// /// &lt;summary&gt;Stores, one row per store.&lt;/summary&gt;
/// [Table&lt;Staging&gt;]
/// public sealed class StgStores
/// {
///     [BusinessKey] public string StoreId { get; init; }       // STORE_ID  VARCHAR NOT NULL
///     public DateOnly? OpenedOn { get; init; }                  // OPENED_ON DATE
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TableAttribute<[OfKind(typeof(SchemaAttribute))] TSchema> : KindAttribute
{
    /// <summary>Days of Time Travel, where the table differs from its schema; -1 inherits.</summary>
    public int RetentionDays { get; init; } = -1;

    /// <summary>The columns by which Snowflake keeps the rows together, by <c>nameof</c>.</summary>
    public string[] ClusterBy { get; init; } = [];

    /// <summary>What a delete that a stream brings does here.</summary>
    public Deletes Deletes { get; init; } = Deletes.Remove;

    /// <summary>How much of the table, in percent, one load may delete before it stops; by default all of it.</summary>
    /// <remarks>
    /// The load fails with nothing changed, and its stream keeps the rows. If they are meant, raise the limit for that run. A table that is replaced as a whole
    /// (<see cref="LoadMode.Replace"/>) counts the keys that the new content lacks; one without a <see cref="BusinessKeyAttribute">[BusinessKey]</see> how many rows fewer it has.
    /// </remarks>
    public int MaxDeletedPercent { get; init; } = 100;
}
