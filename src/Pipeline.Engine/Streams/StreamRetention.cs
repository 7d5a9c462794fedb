using Pipeline.Catalog;

namespace Pipeline.Engine.Streams;

/// <summary>How long a stream that nobody reads keeps its place: the table's retention, stretched to its schema's extension.</summary>
/// <remarks>Of several tables under a view the shortest counts.</remarks>
internal static class StreamRetention
{
    public static TimeSpan Of(CompiledCatalog catalog, StreamObject stream) =>
        StreamSources.TablesOf(catalog, stream).Select(t => TimeSpan.FromDays(Days(catalog, t))).DefaultIfEmpty(TimeSpan.MaxValue).Min();

    private static int Days(CompiledCatalog catalog, TableObject table)
    {
        var schema = catalog.Find<SchemaObject>(new(null, table.Name.Schema ?? "")) ?? new SchemaObject(new(null, ""), "");
        return Math.Max(table.RetentionDays ?? schema.RetentionDays, schema.MaxExtensionDays);
    }
}
