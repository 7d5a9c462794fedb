using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class StreamRenderer
{
    // Never replaced: its offset would jump to now, and the changes not read yet would be lost.
    public static string Render(SnowflakeRenderer renderer, StreamObject stream) => renderer.Fill("Streams/stream.sql", "stream", new View(
        stream.FormerNames.Select(f => Rename(renderer, stream.Name, f)).ToEquatableArray(), renderer.Name(stream.Name), SourceKind(renderer.Catalog.Find(stream.Source)), renderer.Name(stream.Source),
        stream.Mode == StreamMode.AppendOnly, stream.Mode == StreamMode.InsertOnly, stream.ShowInitialRows, stream.Comment));

    private static string Rename(SnowflakeRenderer renderer, QualifiedName name, QualifiedName former) => SnowflakeQuoting.WithBody(renderer.Fill(
        "Streams/rename.sql", "rename",
        new Renamed(renderer.Identifier(name.Schema ?? ""), former.Name, name.Name, renderer.Name(former), renderer.Name(name))).TrimEnd('\n'));

    public static string SourceKind(CatalogObject? source) => source switch
    {
        ViewObject => "VIEW",
        DynamicTableObject => "DYNAMIC TABLE",
        ExternalTableObject => "EXTERNAL TABLE",
        _ => "TABLE",
    };

    private sealed record View(EquatableArray<string> Renames, string Name, string SourceKind, string Source, bool AppendOnly, bool InsertOnly, bool ShowInitialRows, string? Comment);

    private sealed record Renamed(string Schema, string Former, string BareName, string FormerName, string Name);
}
