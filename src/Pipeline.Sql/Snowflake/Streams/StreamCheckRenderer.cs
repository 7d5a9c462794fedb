using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The block that stops a deployment where a live stream reads another source, or reads it in another mode.</summary>
/// <remarks>See <see href="https://docs.snowflake.com/en/sql-reference/sql/show-streams">SHOW STREAMS</see>.</remarks>
internal static class StreamCheckRenderer
{
    /// <param name="renderer">The renderer.</param>
    /// <param name="names">The streams that were made just before.</param>
    public static string Render(SnowflakeRenderer renderer, IEnumerable<QualifiedName> names) => SnowflakeQuoting.WithBody(renderer.Fill(
        "Streams/stream_check.sql", "check", new View(names.Select(n => renderer.Catalog.Find<StreamObject>(n)!).Select(s => Row(renderer, s)).ToEquatableArray())));

    private static string Row(SnowflakeRenderer renderer, StreamObject stream) => "(" + renderer.Texts(
        [stream.Name.Schema ?? "", stream.Name.Name, $"{stream.Source.Schema}.{stream.Source.Name}", Mode(stream)]) + ")";

    // As SHOW STREAMS says it.
    private static string Mode(StreamObject stream) => stream.Mode switch { StreamMode.AppendOnly => "APPEND_ONLY", StreamMode.InsertOnly => "INSERT_ONLY", _ => "DEFAULT" };

    private sealed record View(EquatableArray<string> Streams);
}
