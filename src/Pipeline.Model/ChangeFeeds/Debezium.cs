namespace Pipeline.Model;

/// <summary>Debezium's envelope of one change of a row, as the shape of a JSON document.</summary>
/// <remarks>
/// <para>Read it by <see cref="Variant.As{T}"/>. Members may be absent, so that all are null or a value; a tombstone (a document that is null) has none.</para>
/// <para>A change of the key comes as a delete of the old row and a create of the new one.</para>
/// See <see href="https://debezium.io/documentation/reference/stable/connectors/mysql.html#mysql-events">Debezium: MySQL change events</see>.
/// </remarks>
/// <example><code>
/// let change = r.Document.As&lt;Debezium&lt;InventoryRow&gt;&gt;().OrReject("not a change")     // DOCUMENT:op::VARCHAR, DOCUMENT:after.on_hand::NUMBER(10,0), ..
/// let row = change.Operation == "d" ? change.Before : change.After
/// </code></example>
/// <typeparam name="TRow">The shape of the source's row.</typeparam>
public sealed class Debezium<TRow>
    where TRow : class
{
    /// <summary>The row before the change; absent for a create and a snapshot.</summary>
    [FromField("before")] public TRow? Before { get; init; }

    /// <summary>The row after the change; absent for a delete.</summary>
    [FromField("after")] public TRow? After { get; init; }

    /// <summary><c>c</c> create, <c>u</c> update, <c>d</c> delete, <c>r</c> read by a snapshot, <c>t</c> truncate.</summary>
    [FromField("op")] public string? Operation { get; init; }

    /// <summary>When the connector processed it, in milliseconds since 1970. It orders nothing: see <see cref="Source"/>.</summary>
    [FromField("ts_ms")] public long? ProcessedAt { get; init; }

    /// <summary>Where the change stands in the source's log.</summary>
    [FromField("source")] public DebeziumSource? Source { get; init; }
}
