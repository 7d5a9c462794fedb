using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class StreamRenderer
{
    // Never replaced: its offset would jump to now, and the changes not read yet would be lost.
    public static string Render(SnowflakeRenderer renderer, StreamObject stream) => renderer.Fill("Streams/stream.sql", "stream", new View(
        renderer.Name(stream.Name), SourceKind(renderer.Catalog.Find(stream.Source)), renderer.Name(stream.Source),
        stream.Mode == StreamMode.AppendOnly, stream.ShowInitialRows, stream.Comment));

    private static string SourceKind(CatalogObject? source) => source switch
    {
        ViewObject => "VIEW",
        DynamicTableObject => "DYNAMIC TABLE",
        _ => "TABLE",
    };

    private sealed record View(string Name, string SourceKind, string Source, bool AppendOnly, bool ShowInitialRows, string? Comment);
}
