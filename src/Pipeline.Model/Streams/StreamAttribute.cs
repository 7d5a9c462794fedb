namespace Pipeline.Model;

/// <summary>A stream: a reader's place in the changes of a table. The class derives from <see cref="Stream{T}"/>, which names the table.</summary>
/// <remarks>
/// <para>Becomes CREATE STREAM IF NOT EXISTS, in the schema of its table; it is never replaced, since that would lose the offset.</para>
/// <para>A load that reads it moves its offset when it commits, so every change is processed exactly once. A stream therefore feeds
/// one load; a second load declares a second stream.</para>
/// <para>The class named may be a table, an external table (then it is <see cref="StreamMode.InsertOnly"/>), a dynamic table that refreshes incrementally, or a view of projections, filters, inner and cross joins and
/// UNION ALL. A view with a stream on it isn't replaced by a deployment, since that would make the stream stale.</para>
/// <para>A stream that nobody reads for longer than its schema keeps changes (the greater of retention and extension) is stale: reading it is an error.</para>
/// See <see href="https://docs.snowflake.com/en/user-guide/streams-intro">Introduction to streams</see>.
/// </remarks>
/// <example><code>
/// [Stream(Mode = StreamMode.AppendOnly)] public sealed class RawSalesStream : Stream&lt;RawSales&gt;;
/// // CREATE STREAM IF NOT EXISTS LANDING.RAW_SALES_STREAM ON TABLE LANDING.RAW_SALES APPEND_ONLY = TRUE
/// </code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamAttribute : KindAttribute
{
    /// <summary>Which changes it shows.</summary>
    public StreamMode Mode { get; init; }

    /// <summary>The first read also gets the rows that were there before the stream was.</summary>
    public bool ShowInitialRows { get; init; }
}
