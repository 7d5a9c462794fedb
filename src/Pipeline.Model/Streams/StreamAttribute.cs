namespace Pipeline.Model;

/// <summary>A stream: a reader's place in the changes of a table. The class derives from <see cref="Stream{T}"/>, which names the table.</summary>
/// <remarks>
/// <para>Becomes CREATE STREAM IF NOT EXISTS, in the schema of its table; it is never replaced, since that would lose the offset.</para>
/// <para>A load that reads it moves its offset when it commits, so every change is processed exactly once. A stream therefore feeds
/// one load; a second load declares a second stream.</para>
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
