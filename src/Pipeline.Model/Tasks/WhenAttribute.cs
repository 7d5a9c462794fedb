namespace Pipeline.Model;

/// <summary>The task runs only when the stream has data. Several mean any of them.</summary>
/// <remarks>
/// Becomes WHEN SYSTEM$STREAM_HAS_DATA(..). Not needed on a root: by default it asks the streams that its graph reads.
/// See <see href="https://docs.snowflake.com/en/sql-reference/functions/system_stream_has_data">SYSTEM$STREAM_HAS_DATA</see>.
/// </remarks>
/// <example><code>[Task, After&lt;RootTask&gt;, When&lt;RawSalesStream&gt;, Runs&lt;StgSales&gt;] public sealed class LoadSales;</code></example>
/// <typeparam name="TStream">The stream.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class WhenAttribute<TStream> : Attribute
    where TStream : IStream;
